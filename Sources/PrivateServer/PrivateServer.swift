/// The PostgreSQL server that `cases` keeps for itself: one a data folder, reached by a Unix socket.
///
/// Its data lie in `$XDG_DATA_HOME/cases`, by default `~/.local/share/cases`. As root they lie in
/// `/var/lib/cases` where `XDG_DATA_HOME` is not set, and the server runs as the user `postgres`,
/// for PostgreSQL refuses to run as root. It listens on no network address and trusts whoever may
/// enter the folder of its socket, which is its owner alone.
package struct PrivateServer: Sendable {
    /// The superuser of the server, whatever the login name.
    package static let user = "postgres"
    /// The database that is made with the server.
    package static let database = "cases"
    /// The oldest release of PostgreSQL that will do.
    package static let oldestMajor = 15

    let environment: [String: String]
    /// How long a start waits for the processes of a server that was killed: a statement under way
    /// may take longer, but somebody who waits wants to be told.
    var grace = Duration.seconds(10)

    /// The server that belongs to this environment; its `XDG_DATA_HOME`, `XDG_RUNTIME_DIR`, `HOME`
    /// and `PATH` are read.
    package init(environment: [String: String]) { self.environment = environment }

    /// How the server stands at this moment; asks no server and changes nothing.
    package func status() -> Status {
        let paths = Paths(environment)
        let postmaster = Postmaster(of: paths)
        return Status(
            state: postmaster.map { .running(pid: $0.pid) }
                ?? (paths.version == nil ? .absent : .stopped),
            dataFolder: paths.data, socketFolder: postmaster?.socketFolder ?? paths.socketFolder,
            version: paths.version)
    }

    /// That the disk of the data is full; nil where it is not.
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
    /// How the server stands, and where it lies.
    package struct Status: Equatable, Sendable {
        /// What there is of the server.
        package enum State: Equatable, Sendable {
            /// There are no data yet: the first start makes them.
            case absent
            case stopped
            /// The process id is that of the server's first process, the postmaster.
            case running(pid: Int32)
        }

        /// What there is of the server.
        package let state: State
        /// PostgreSQL's data directory.
        package let dataFolder: String
        /// The folder of its Unix socket: the one in use, or the one that the next start takes.
        package let socketFolder: String
        /// The major release of PostgreSQL that made the data, as in `15`; nil while absent.
        package let version: String?
    }
}
