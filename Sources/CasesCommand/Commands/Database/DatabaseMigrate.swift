import ArgumentParser
import Casework

/// `cases db migrate`: makes a workspace, or brings it up to date.
struct DatabaseMigrate: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases db migrate --db postgresql://db.example.org/cases"

    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Make the workspace, or bring it up to date.",
        discussion: "Needs the rights to make schemas and roles. Doing it twice changes nothing.")

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let applied = try await database.choice().migrate()
        let workspace = try database.choice().workspace
        try Console.write(
            applied.isEmpty
                ? ["workspace \(workspace): up to date"]
                : applied.map { "workspace \(workspace): \($0)" })
    }
}
