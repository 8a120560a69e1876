import ArgumentParser
import Casework

/// `cases db stop`: stops the private PostgreSQL.
struct DatabaseStop: AsyncParsableCommand, Exampled {
    static let example = "cases db stop"

    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop the private PostgreSQL; its data stay.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let stopped = try await database.choice().shutDown()
        try Console.write([stopped ? "stopped" : "was not running"])
    }
}
