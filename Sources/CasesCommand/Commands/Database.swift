import ArgumentParser
import Casework
import CommandSupport
import PrivateServer
import Wording

/// `cases db`: manages the database of the record.
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

/// `cases db status`: shows whether the private PostgreSQL is running, and its data directory.
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

/// `cases db url`: prints how other programs connect to the private PostgreSQL.
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

/// `cases db migrate`: creates or upgrades a workspace.
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

/// `cases db forget`: deletes the stored position at which the log last ended.
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
