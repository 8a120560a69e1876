import Foundation
import TestSupport
import Testing

/// A desk before the private server of the program, which a test may do anything to.
struct OwnServer: Sendable {
    let desk: Desk
    private let socketFolder: String

    /// Lends `body` such a server, with a workspace; both are gone afterwards.
    static func use(_ body: (OwnServer) async throws -> Void) async throws {
        try await Desk.withFolder { folder in
            let program = Program(
                environment: [
                    "CASES_BY": "tester", "HOME": folder.path, "XDG_DATA_HOME": folder.path,
                ], folder: folder)
            let migrated = try await program.run(["db", "migrate"])
            try #require(migrated.exitCode == 0, "\(migrated.errors)")
            let status = try JSON(try await program.run(["db", "status", "--json"]).stdout)
            let socketFolder = try #require(status["socket"].string)
            let address = "postgresql:///cases?host=\(socketFolder)&port=5432&user=postgres"
            let desk = Desk(
                database: TestDatabase(address: address), workspace: "cases", folder: folder,
                program: program)
            do {
                try await body(OwnServer(desk: desk, socketFolder: socketFolder))
            } catch {
                await end(program, socketFolder)
                throw error
            }
            await end(program, socketFolder)
        }
    }

    private static func end(_ program: Program, _ socketFolder: String) async {
        _ = try? await program.run(["db", "stop"])
        rmdir(socketFolder)
    }

    /// The server's first process.
    func postmaster() async throws -> Int32 {
        let status = try JSON(try await desk.done("db", "status", "--json").stdout)
        let file = try #require(status["data"].string) + "/postmaster.pid"
        let first = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").first
        return try #require(first.flatMap { Int32($0) })
    }
}
