import EventLog
import Postgres

extension Scratch {
    /// What a function of the workspace answers to a call in SQL, as text; nil for null.
    func answer(of call: String) async throws -> String? {
        let view = "CREATE OR REPLACE TEMPORARY VIEW answer AS SELECT (WS.\(call))::text AS text"
            .replacing("WS.", with: "\"\(workspace.name)\".")
        return try await connection.transaction { connection in
            try connection.run(script: view)
            return try connection.query("SELECT text FROM answer") { row in
                try row.next(String?.self)
            }[0]
        }
    }
}
