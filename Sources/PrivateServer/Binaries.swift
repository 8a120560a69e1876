import Foundation

/// An installation of PostgreSQL that can create and run a server.
struct Binaries: Equatable, Sendable {
    /// The folder with `initdb`, `pg_ctl` and `postgres`.
    let folder: String
    /// The release, as in 15, 18.
    let release: [Int]

    /// The path of one of its programs.
    func program(_ name: String) -> String { "\(folder)/\(name)" }

    /// The newest suitable installation in these folders: existing data require the release that
    /// created them, new data any release that is not too old.
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

    /// Where to look for installations: on PATH, where `pg_config` says, and in Debian's folders.
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

/// Creates the data directory and the database in it.
enum Initialisation {
    /// Everything is created in a folder under another name, which is renamed when it is complete:
    /// an interrupted start leaves nothing that looks like data, and the next one starts over.
    ///
    /// This is a shell script, so that all files are accessed with the rights of the account, and
    /// root follows none of its links. The database is created in single-user mode, before any
    /// client can connect.
    private static let script = """
        rm -rf -- "$2"
        "$1/initdb" --pgdata="$2" --username="$4" --encoding=UTF8 --locale=C --data-checksums \
            --auth=trust --no-instructions
        printf '\\n%s\\n' "listen_addresses = ''  # reached by its Unix socket only" \
            >>"$2/postgresql.conf"
        printf 'CREATE DATABASE %s\\n' "$5" |
            "$1/postgres" --single -c exit_on_error=on -D "$2" template1
        mv -T -- "$2" "$3"
        """

    /// Creates the data directory; removes an incomplete one first.
    static func run(_ paths: PrivateServer.Paths, with binaries: Binaries, as account: Account)
        async throws(ServerError)
    {
        guard try await tool(["/usr/bin/test", "-x", paths.home], account).status == 0 else {
            throw .closed(path: paths.home)
        }
        let made = try await tool(
            [
                "/bin/sh", "-ec", script, "initialisation", binaries.folder, paths.unfinished,
                paths.data, PrivateServer.user, PrivateServer.database,
            ], account)
        guard made.status == 0 else {
            let lines = made.output.split(separator: "\n").suffix(5).map(String.init)
            throw .failure(doing: "making \(paths.data)", said: made.output, lines: lines, paths)
        }
    }

    private static func tool(_ words: [String], _ account: Account) async throws(ServerError)
        -> Tool
    {
        try await Tool.run(account.command(words), path: nil)
    }
}
