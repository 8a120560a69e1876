import ArgumentParser
import Casework

/// `cases db forget`: forgets where the log last ended.
struct DatabaseForget: AsyncParsableCommand, Exampled {
    static let example = "cases db forget"

    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Forget on this computer where the log ended.",
        discussion: """
            After a restore from a backup that you know of: every command says that the log lost events, \
            or has others in their place, until this one ends it. Nothing in the database changes.
            """)

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let wasKnown = try database.choice().memory.forget()
        try Console.write([wasKnown ? "forgotten" : "nothing was remembered"])
    }
}
