import ArgumentParser

/// `cases db`: the database that the record stands in.
struct Database: AsyncParsableCommand, Exampled {
    static let example = "cases db status"

    static let configuration = CommandConfiguration(
        commandName: "db",
        abstract: "Start, stop and migrate the database.",
        subcommands: [
            DatabaseStart.self, DatabaseStop.self, DatabaseStatus.self, DatabaseURL.self,
            DatabaseMigrate.self, DatabaseForget.self,
        ])
}
