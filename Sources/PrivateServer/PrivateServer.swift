/// The private PostgreSQL server of `cases`: one per data folder, reached by a Unix socket.
///
/// Its data are in `$XDG_DATA_HOME/cases`, by default `~/.local/share/cases`. For root they are in
/// `/var/lib/cases` if `XDG_DATA_HOME` is not set, and the server runs as the user `postgres`,
/// because PostgreSQL refuses to run as root. It listens on no network address, and trusts every
/// user who can enter the folder of its socket, which is its owner alone.
package struct PrivateServer: Sendable {
    /// The superuser of the server, whatever the login name.
    package static let user = "postgres"
    /// The database that is created with the server.
    package static let database = "cases"
    /// The oldest supported major release of PostgreSQL.
    package static let oldestMajor = 15

    let environment: [String: String]
    /// How long a start waits for the processes of a killed server: a running statement may take
    /// longer, but the user should get an answer.
    var grace = Duration.seconds(10)

    /// Creates the server for this environment; reads `XDG_DATA_HOME`, `XDG_RUNTIME_DIR`, `HOME`
    /// and `PATH`.
    package init(environment: [String: String]) { self.environment = environment }

    /// The current state of the server; does not connect to it and changes nothing.
    package func status() -> Status {
        let paths = Paths(environment)
        let postmaster = Postmaster(of: paths)
        return Status(
            state: postmaster.map { .running(pid: $0.pid) }
                ?? (paths.version == nil ? .absent : .stopped),
            dataFolder: paths.data, socketFolder: postmaster?.socketFolder ?? paths.socketFolder,
            version: paths.version)
    }

    /// The error for a full disk; nil if there is space left.
    package var shortage: ServerError? {
        let home = Paths(environment).home
        return DiskSpace.isShort(for: home) ? .diskFull(path: home) : nil
    }

    /// The connection string of the database, for libpq.
    package var url: String {
        "postgresql:///\(PrivateServer.database)?host=\(status().socketFolder)"
            + "&port=\(SocketFolder.port)&user=\(PrivateServer.user)"
    }
}

extension PrivateServer {
    /// The state of the server, and its folders.
    package struct Status: Equatable, Sendable {
        /// The state of the server.
        package enum State: Equatable, Sendable {
            /// There are no data yet: the first start creates them.
            case absent
            case stopped
            /// The process id is that of the server's first process, the postmaster.
            case running(pid: Int32)
        }

        /// The state of the server.
        package let state: State
        /// PostgreSQL's data directory.
        package let dataFolder: String
        /// The folder of its Unix socket: the one in use, or the one for the next start.
        package let socketFolder: String
        /// The major release of PostgreSQL that created the data, for example `15`; nil while
        /// absent.
        package let version: String?
    }
}
