import ArgumentParser
import Casework

/// `cases db url`: how other programs reach the private PostgreSQL.
struct DatabaseURL: AsyncParsableCommand, Exampled {
    static let example = "psql \"$(cases db url)\""

    static let configuration = CommandConfiguration(
        commandName: "url", abstract: "Print the private PostgreSQL's connection URI.",
        discussion: "It connects as the owner of the database; commands like add-event do not."
    )

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try Console.write([try database.choice().privateServer.url])
    }
}
