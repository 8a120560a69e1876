import CanonicalJSON
import Casework
import PrivateServer
import Projections

/// How the private server stands.
struct ServerStatusView {
    let status: PrivateServer.Status

    var lines: [String] {
        [
            "private PostgreSQL \(state)",
            "data    \(plain(status.dataFolder))",
            "socket  \(plain(status.socketFolder))",
        ] + (status.version.map { ["version \($0)"] } ?? [])
    }

    var json: JSONValue {
        [
            "schema": "cases.server/1", "state": .string(word),
            "data": .string(status.dataFolder), "socket": .string(status.socketFolder),
            "version": .optional(status.version),
        ]
    }

    private var word: String {
        switch status.state {
        case .absent: "absent"
        case .stopped: "stopped"
        case .running: "running"
        }
    }

    private var state: String {
        switch status.state {
        case .absent: "is not there yet: cases db start"
        case .stopped: "is stopped: cases db start"
        case .running(let pid): "is running (process \(pid))"
        }
    }
}
