import ArgumentParser
import Casework

/// `cases db status`: whether the private PostgreSQL runs, and where it lies.
struct DatabaseStatus: AsyncParsableCommand, Exampled {
    static let example = "cases db status"

    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say whether the private PostgreSQL runs, and where.")

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let status = try database.choice().privateServer.status()
        let view = ServerStatusView(status: status)
        try Console.write(json ? [view.json.line] : view.lines)
    }
}
