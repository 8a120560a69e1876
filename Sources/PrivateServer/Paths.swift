import Digest
import Foundation

extension PrivateServer {
    /// Where the server's things lie; nothing is made or changed by asking.
    struct Paths: Sendable {
        /// The folder of `cases`, with symbolic links resolved where it is there already.
        let home: String
        /// The folder of the socket that the next start takes.
        let socketFolder: String

        init(_ environment: [String: String], isRoot: Bool = geteuid() == 0) {
            home = Paths.resolved(Paths.home(environment, isRoot: isRoot))
            socketFolder = SocketFolder.path(
                name: Paths.shortName(of: home), environment: environment, isRoot: isRoot)
        }

        /// PostgreSQL's data directory, whole: it gets this name when it is ready.
        var data: String { home + "/postgresql" }
        /// The data directory while it is being made.
        var unfinished: String { home + "/postgresql.unfinished" }
        /// What the server has to say.
        var log: String { home + "/postgresql.log" }
        /// Held by whoever starts or stops the server.
        var lock: String { home + "/lock" }

        /// The major release that made the data; nil where there are none.
        var version: String? {
            let text = try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8)
            return text?.trimmingCharacters(in: .whitespacesAndNewlines)
        }

        /// A relative `XDG_DATA_HOME` counts as none, as the XDG Base Directory Specification says.
        private static func home(_ environment: [String: String], isRoot: Bool) -> String {
            if let folder = environment["XDG_DATA_HOME"], folder.hasPrefix("/") {
                return folder + "/cases"
            }
            if isRoot { return "/var/lib/cases" }
            return (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/cases"
        }

        private static func resolved(_ path: String) -> String {
            guard let real = realpath(path, nil) else { return path }
            defer { free(real) }
            return String(cString: real)
        }

        /// Sixteen hexadecimal digits that are other ones for another folder.
        private static func shortName(of path: String) -> String {
            SHA256.digest(Array(path.utf8)).prefix(8)
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
