import Foundation
import Testing

@testable import PrivateServer

/// A private server in a data folder of its own, which is gone when the test is.
struct TemporaryServer {
    let folder: String
    let server: PrivateServer

    /// Runs a test with such a server, not started yet; stops and removes it after.
    static func use(_ test: (TemporaryServer) async throws -> Void) async throws {
        let temporary = try TemporaryServer()
        do {
            try await test(temporary)
        } catch {
            try? await temporary.remove()
            throw error
        }
        try await temporary.remove()
    }

    /// The user `postgres`, as which root runs the server, must be able to enter the folder.
    init() throws {
        folder = "/tmp/cases-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o711])
        var environment = ProcessInfo.processInfo.environment
        environment["XDG_DATA_HOME"] = folder
        server = PrivateServer(environment: environment)
    }

    var paths: PrivateServer.Paths { PrivateServer.Paths(server.environment) }

    /// What the database answers to a query, asked through the server's URL.
    func answer(to query: String) async throws -> String {
        let path = server.environment["PATH"]
        return try await Tool.run(["psql", "-XAtc", query, server.url], path: path).output
    }

    /// Runs a command as the account that owns the server's files.
    func asOwner(_ words: String...) async throws {
        let tool = try await Tool.run(Account.current().command(words), path: nil)
        try #require(tool.status == 0, "\(tool.output)")
    }

    /// Writes a file as the account that owns the server's files.
    func leave(_ text: String, in file: String) async throws {
        try await asOwner("/bin/sh", "-c", #"printf %s "$2" >"$1""#, "leave", file, text)
    }

    private func remove() async throws {
        _ = try? await server.stop()
        rmdir(paths.socketFolder)
        try FileManager.default.removeItem(atPath: folder)
    }
}
