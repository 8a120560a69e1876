import Digest
import Foundation

extension PrivateServer {
    /// The paths of the server; reading them creates and changes nothing.
    struct Paths: Sendable {
        /// The folder of `cases`, with symbolic links resolved if it exists.
        let home: String
        /// The folder of the socket for the next start.
        let socketFolder: String

        init(_ environment: [String: String], isRoot: Bool = geteuid() == 0) {
            home = Paths.resolved(Paths.home(environment, isRoot: isRoot))
            socketFolder = SocketFolder.path(
                name: Paths.shortName(of: home), environment: environment, isRoot: isRoot)
        }

        /// PostgreSQL's data directory; it gets this name when it is complete.
        var data: String { home + "/postgresql" }
        /// The data directory while it is being created.
        var unfinished: String { home + "/postgresql.unfinished" }
        /// The log of the server.
        var log: String { home + "/postgresql.log" }
        /// The lock file that is held while the server is started or stopped.
        var lock: String { home + "/lock" }

        /// The major release that created the data; nil if there are none.
        var version: String? {
            let text = try? String(contentsOfFile: data + "/PG_VERSION", encoding: .utf8)
            return text?.trimmingCharacters(in: .whitespacesAndNewlines)
        }

        /// A relative `XDG_DATA_HOME` is ignored, as the XDG Base Directory Specification says.
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

        /// Sixteen hexadecimal digits derived from the path, different for each folder.
        private static func shortName(of path: String) -> String {
            SHA256.digest(Array(path.utf8)).prefix(8)
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}

extension PrivateServer {
    /// Chooses the folder for the server's socket: short, and closed to all other users.
    enum SocketFolder {
        /// The number in the socket's name; no port is opened.
        static let port = 5432
        /// A socket's path must fit `sun_path`: 108 bytes on Linux, its closing NUL included.
        static let longestSocketPath = 106

        /// As root below `/run`; otherwise below `XDG_RUNTIME_DIR` if usable, else in `/tmp`.
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

        /// Whether the folder is private, and its path needs no escaping in a shell, a URL or a
        /// list.
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

/// Folders that belong to the account that runs the server.
enum PrivateFolder {
    /// Creates the folder with mode 0700, or uses an existing one that belongs to the account.
    ///
    /// In `/tmp` another user could have created it first, even as a symbolic link: it is checked
    /// without following links, and after it was created, so that there is no race. It must not
    /// have the permission bits in `forbidden`.
    static func prepare(_ path: String, for account: Account, forbidden: mode_t)
        throws(ServerError)
    {
        let isNew = mkdir(path, 0o700) == 0
        guard isNew || errno == EEXIST else { throw .cannotWrite(path: path, reason: lastError()) }
        if account.isRoot, isNew || objection(to: path, owner: 0, forbidden: forbidden) == nil {
            lchown(path, account.uid, account.gid)
        }
        if let objection = objection(to: path, owner: account.uid, forbidden: forbidden) {
            throw .unsafe(path: path, reason: objection)
        }
    }

    /// Why this is not a folder of `owner` without the `forbidden` permissions; nil if it is.
    static func objection(to path: String, owner: uid_t, forbidden: mode_t) -> String? {
        var found = stat()
        guard lstat(path, &found) == 0 else { return lastError() }
        guard found.st_mode & S_IFMT == S_IFDIR else { return "it is not a folder" }
        guard found.st_uid == owner else { return "it belongs to user \(found.st_uid)" }
        guard found.st_mode & forbidden == 0 else {
            return "others may use it (mode \(String(found.st_mode & 0o777, radix: 8)))"
        }
        return nil
    }
}

/// The system's message for the last failed call.
func lastError() -> String { String(cString: strerror(errno)) }
