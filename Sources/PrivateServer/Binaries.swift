import Foundation

/// An installation of PostgreSQL that can make and run a server.
struct Binaries: Equatable, Sendable {
    /// The folder of `initdb`, `pg_ctl` and `postgres`.
    let folder: String
    /// The release, as in 15, 18.
    let release: [Int]

    /// The path of one of its programs.
    func program(_ name: String) -> String { "\(folder)/\(name)" }

    /// The newest installation in these folders that will do: for existing data only the release
    /// that made them can be used, for new ones any that is not too old.
    static func newest(in folders: [String], for paths: PrivateServer.Paths)
        async throws(ServerError) -> Binaries
    {
        let made = paths.version
        var all: [Binaries] = []
        for folder in folders {
            if let installation = await installation(in: folder) { all.append(installation) }
        }
        let found = all.filter { $0.release[0] >= PrivateServer.oldestMajor }
            .filter { made == nil || String($0.release[0]) == made }
        if let newest = found.max(by: { $0.release.lexicographicallyPrecedes($1.release) }) {
            return newest
        }
        guard let made else { throw .notInstalled }
        throw .releaseMissing(version: made, dataFolder: paths.data)
    }

    /// Where installations are looked for: on PATH, where `pg_config` says, and where Debian's are.
    static func folders(_ environment: [String: String]) async -> [String] {
        let path = environment["PATH"]
        let onPath = (path ?? "").split(separator: ":").map(String.init)
        let told = try? await Tool.run(["/usr/bin/env", "pg_config", "--bindir"], path: path)
        let debian = "/usr/lib/postgresql"
        let releases = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
        return onPath + (told.map { $0.status == 0 ? [$0.output] : [] } ?? [])
            + releases.sorted().map { "\(debian)/\($0)/bin" }
    }

    private static func installation(in folder: String) async -> Binaries? {
        let needed = ["initdb", "pg_ctl", "postgres"].map { "\(folder)/\($0)" }
        guard needed.allSatisfy(FileManager.default.isExecutableFile),
            let tool = try? await Tool.run([needed[2], "--version"], path: nil), tool.status == 0,
            let release = release(in: tool.output)
        else { return nil }
        return Binaries(folder: folder, release: release)
    }

    /// The release in `postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)`, or in `… 18beta1`.
    static func release(in text: String) -> [Int]? {
        guard let word = text.split(separator: " ").dropFirst(2).first else { return nil }
        let numbers = word.split(separator: ".").compactMap { Int($0.prefix { $0.isNumber }) }
        return numbers.isEmpty ? nil : numbers
    }
}
