import ArgumentParser
import Casework

/// `cases db start`: starts the private PostgreSQL.
struct DatabaseStart: AsyncParsableCommand, Exampled {
    static let example = "cases db start"

    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start the private PostgreSQL; made on first use.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let started = try await database.choice().bringUp()
        try Console.write([started ? "started" : "was running"])
    }
}
