import Postgres

/// What of an event must survive an export, byte for byte.
package struct KeptEvent: Hashable, Sendable {
    /// The event's place in the log.
    package let position: Int64
    /// Stream, version, id, type and key, as text.
    package let names: [String]
    /// The body as it is stored.
    package let body: [UInt8]
}

extension Desk {
    /// Everything that is stored, in order of position.
    package func events() async throws -> [KeptEvent] {
        try await database.withConnection { connection in
            try await connection.query(
                """
                SELECT position, stream, version::text, id::text, type, coalesce(key, ''),
                    body::text
                FROM \(identifier: workspace).event ORDER BY position
                """
            ) { row in
                let position = try row.next(Int64.self)
                var texts: [String] = []
                for _ in 0..<6 { texts.append(try row.next(String.self)) }
                let body = Array(texts.removeLast().utf8)
                return KeptEvent(position: position, names: texts, body: body)
            }
        }
    }

    /// One text that a query answers; `WS` stands for the workspace's schema.
    package func text(_ column: String, ofEventAt position: Int64) async throws -> String {
        try await database.withConnection { connection in
            try await connection.query(
                """
                SELECT to_jsonb(e) ->> \(column) FROM \(identifier: workspace).event e
                WHERE position = \(position)
                """
            ) { row in try row.next(String.self) }[0]
        }
    }
}
