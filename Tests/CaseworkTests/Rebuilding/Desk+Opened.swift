import Casework
import Projections
import ReadModels
import TestSupport

extension Desk {
    /// The record of this desk, over a session of its own.
    func opened() async throws -> CaseRecord {
        try await DatabaseChoice(
            address: database.address, workspace: workspace, environment: [:]
        ).open(for: .writing)
    }
}

extension ProgressLog {
    /// Progress of work that is too short to be told.
    static var silent: ProgressLog { ProgressLog(unit: "events") }
}

extension Rebuilt {
    /// The digests by the names of the projections.
    var digests: [String: String] {
        Dictionary(projections.map { ($0.name, $0.digest) }) { $1 }
    }
}

extension ProjectionList {
    /// The digests by the names of the projections.
    var digests: [String: String] {
        Dictionary(projections.map { ($0.projection.name, $0.digest.text) }) { $1 }
    }

    /// The words for how the projections stand, by their names.
    var statuses: [String: String] {
        Dictionary(projections.map { ($0.projection.name, $0.status) }) { $1 }
    }
}

extension Projection {
    /// All projections, with this one in the place of the one of its name.
    var amongAll: [Projection] { Projection.all.map { $0.name == name ? self : $0 } }
}
