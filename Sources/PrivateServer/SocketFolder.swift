import Foundation

extension PrivateServer {
    /// The choice of the folder for the server's socket: short, and closed to everybody else.
    enum SocketFolder {
        /// The number in the socket's name; no port is opened.
        static let port = 5432
        /// A socket's path must fit `sun_path`: 108 bytes on Linux, its closing NUL included.
        static let longestSocketPath = 106

        /// As root below `/run`; else below `XDG_RUNTIME_DIR` where that will do, else in `/tmp`.
        static func path(name: String, environment: [String: String], isRoot: Bool) -> String {
            if isRoot { return "/run/cases-\(name)" }
            if let folder = environment["XDG_RUNTIME_DIR"], isUsable(folder) {
                let path = "\(folder)/cases-\(name)"
                if socket(in: path).utf8.count <= longestSocketPath { return path }
            }
            return "/tmp/cases-\(geteuid())-\(name)"
        }

        /// The socket's path in its folder, as PostgreSQL names it.
        static func socket(in folder: String) -> String { "\(folder)/.s.PGSQL.\(port)" }

        /// Ours alone, and spelled so that neither a shell, a URL nor a list would take it apart.
        private static func isUsable(_ folder: String) -> Bool {
            folder.hasPrefix("/") && folder.utf8.allSatisfy(isPlain)
                && PrivateFolder.objection(to: folder, owner: geteuid(), forbidden: 0o077) == nil
        }

        private static func isPlain(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "/-_.".utf8.contains(byte)
            }
        }
    }
}
