package import Foundation
import Postgres

/// A place to work at: a migrated workspace and a folder, both gone afterwards, and the program.
package struct Desk: Sendable {
    /// The server.
    package let database: TestDatabase
    /// The workspace's name.
    package let workspace: String
    /// The folder that the program runs in.
    package let folder: URL
    /// The program with the environment of whoever sits here.
    package var program: Program

    /// A desk before a workspace that somebody else makes and drops.
    package init(database: TestDatabase, workspace: String, folder: URL, program: Program) {
        self.database = database
        self.workspace = workspace
        self.folder = folder
        self.program = program
    }

    /// Lends `body` a desk whose workspace is migrated by `cases db migrate`.
    package static func use<Result: Sendable>(
        _ body: (Desk) async throws -> Result
    ) async throws -> Result {
        let database = try TestDatabase.current()
        return try await database.withWorkspaceName { name in
            try await withFolder { folder in
                let program = Program(
                    environment: [
                        "CASES_DB": database.address, "CASES_WORKSPACE": name,
                        "CASES_BY": "tester", "HOME": folder.path, "XDG_DATA_HOME": folder.path,
                    ], folder: folder)
                let desk = Desk(
                    database: database, workspace: name, folder: folder, program: program)
                try await desk.done("db", "migrate")
                return try await body(desk)
            }
        }
    }

    /// Lends `body` an empty folder that is gone afterwards.
    package static func withFolder<Result: Sendable>(
        _ body: (URL) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("cases-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    /// Writes a file into the folder and gives its name there.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        return name
    }

    /// The whole path of a file in the folder.
    package func path(of name: String) -> String { folder.appendingPathComponent(name).path }

    /// Says that a command failed which was to succeed.
    package struct Failure: Error, CustomStringConvertible {
        let arguments: [String]
        let outcome: Outcome
        /// The command and what it said.
        package var description: String {
            "cases \(arguments.joined(separator: " ")): \(outcome.exitCode)\n\(outcome.errors)"
        }
    }

    /// Runs `cases`.
    package func run(_ arguments: String...) async throws -> Outcome {
        try await program.run(arguments)
    }

    /// Runs `cases` and throws unless it succeeds.
    @discardableResult
    package func done(_ arguments: String...) async throws -> Outcome {
        try await done(arguments)
    }

    /// Runs `cases` and throws unless it succeeds.
    @discardableResult
    package func done(_ arguments: [String]) async throws -> Outcome {
        let outcome = try await program.run(arguments)
        guard outcome.exitCode == 0, !outcome.wasKilled else {
            throw Failure(arguments: arguments, outcome: outcome)
        }
        return outcome
    }

    /// Runs `cases` with `--json` and reads its answer.
    package func json(_ arguments: String...) async throws -> JSON {
        try JSON(try await done(arguments + ["--json"]).stdout)
    }
}

extension Desk {
    /// The log's last position, as its table has it.
    package func head() async throws -> Int64 {
        try await database.withConnection { connection in
            try await connection.query(
                "SELECT position FROM \(identifier: workspace).head"
            ) { row in try row.next(Int64.self) }[0]
        }
    }

    /// Runs SQL as the superuser; `WS` stands for the workspace's schema.
    package func sql(_ script: String) async throws {
        let text = script.split(separator: "WS", omittingEmptySubsequences: false)
            .joined(separator: "\"\(workspace)\"")
        try await database.withConnection { connection in
            try await connection.run(script: text)
        }
    }
}
