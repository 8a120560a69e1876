package import CanonicalJSON
import EventLog
package import Projections
package import ReadModels

/// `cases.projections/1`: the state of the read models.
package struct ProjectionList: Answer, Sendable {
    /// One projection.
    package struct Line: Sendable {
        /// The projection.
        package let projection: Projection
        /// Its live generation; nil if it was never built.
        package let checkpoint: Checkpoint?
        /// Its rows and their digest.
        package let digest: RowDigest
        /// How many events it is behind.
        package let lag: Int64
        /// How many events it is ahead of the log, if the end of the log was cut off.
        package let lead: Int64

        /// The state in one or two words: `current`, `behind`, `ahead`, `stopped`, `not built`,
        /// `other version`.
        package var status: String {
            guard let checkpoint else { return "not built" }
            if checkpoint.version != projection.version { return "other version" }
            if lead > 0 { return "ahead" }
            if checkpoint.failure != nil { return "stopped" }
            return lag == 0 ? "current" : "behind"
        }
    }

    /// The projections, in the order of their names.
    package let projections: [Line]
    /// The last position of the log.
    package let head: Int64
    /// The events that stop their streams, in order of position.
    package let unreadable: [UnreadableEvent]

    /// The answer as JSON.
    package var json: JSONValue {
        [
            "schema": "cases.projections/1", "head": .integer(head),
            "projections": .array(projections.map(\.json)),
            "unreadable": .array(unreadable.map(\.json)),
        ]
    }
}

extension ProjectionList.Line {
    /// One projection as JSON.
    package var json: JSONValue {
        let failure = checkpoint?.failure
        return [
            "name": .string(projection.name), "version": .integer(projection.version),
            "status": .string(status),
            "position": .integer(checkpoint?.position ?? 0), "lag": .integer(lag),
            "rows": .integer(digest.rows), "digest": .string(digest.text),
            "failed_at": failure.map { .integer($0.position) } ?? .null,
            "failure": .optional(failure?.reason),
        ]
    }
}

extension Rebuilder {
    /// Reads the state of the read models.
    package func projections(
        _ projections: [Projection] = Projection.all
    ) async throws -> ProjectionList {
        let projections = projections.sorted { $0.name < $1.name }
        let (state, digests) = try await readModels.digests(of: projections)
        let lines = zip(projections, digests).map { projection, digest in
            let live = state.live[projection.name]
            let lag = state.head - (live?.position ?? 0)
            return ProjectionList.Line(
                projection: projection, checkpoint: live, digest: digest, lag: max(0, lag),
                lead: max(0, -lag))
        }
        let record = CaseReader(log: log, position: state.head)
        return ProjectionList(
            projections: lines, head: state.head, unreadable: try await record.unreadable())
    }
}
