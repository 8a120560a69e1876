import ArgumentParser
import Casework

/// `cases db url`: how other programs reach the private PostgreSQL.
struct DatabaseURL: AsyncParsableCommand, Exampled {
    static let example = "psql \"$(cases db url)\""

    static let configuration = CommandConfiguration(
        commandName: "url", abstract: "Print the private PostgreSQL's connection URI.",
        discussion: "Whoever uses it is the owner of that database; add-event and its like are not."
    )

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        try database.console.write([try database.choice().privateServer.url])
    }
}
