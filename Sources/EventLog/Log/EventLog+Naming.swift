package import CaseModel
import Postgres

extension EventLog {
    /// The streams that hold an event whose body has a slug as one of its values, in the order of
    /// their names.
    ///
    /// A superset of those that name the actor or source: the text of the bodies is searched, and
    /// the caller reads what it means.
    package func streams(naming slug: Slug) async throws(EventLogError) -> [StreamName] {
        let names = try await rows(
            """
            SELECT DISTINCT stream FROM \(workspace).event
            WHERE strpos(body::text, \("\"\(slug.text)\"")) > 0 ORDER BY stream
            """
        ) { row throws(PostgresError) in try row.next(String.self) }
        return names.compactMap { StreamName($0) }
    }
}
