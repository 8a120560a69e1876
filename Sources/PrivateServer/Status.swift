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
