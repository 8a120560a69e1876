import Postgres

/// A read model as `cases projections` or `cases rebuild` tells it.
package struct ToldReadModel: Hashable, Sendable {
    /// How many rows it has.
    package let rows: Int64
    /// Their digest.
    package let digest: String

    /// What is told of one.
    package init(rows: Int64, digest: String) {
        self.rows = rows
        self.digest = digest
    }
}

extension Desk {
    /// What `cases projections` tells of each read model, by its name.
    package func readModels() async throws -> [String: ToldReadModel] {
        ToldReadModel.all(in: try await json("projections"))
    }

    /// Runs `cases rebuild` with some options and gives what it tells of each read model.
    package func rebuilt(_ options: String...) async throws -> [String: ToldReadModel] {
        ToldReadModel.all(in: try JSON(try await done(["rebuild", "--json"] + options).stdout))
    }

    /// The word that `cases projections` has for each read model, by its name.
    package func statuses() async throws -> [String: String] {
        let lines = try await json("projections")["projections"].elements
        return Dictionary(
            lines.map { ($0["name"].string ?? "", $0["status"].string ?? "") }
        ) { $1 }
    }

    /// The texts that a query answers in its one column; `WS` stands for the workspace's schema.
    package func texts(_ query: String) async throws -> [String] {
        let text = query.split(separator: "WS", omittingEmptySubsequences: false)
            .joined(separator: "\"\(workspace)\"")
        return try await database.withConnection { connection in
            // A statement is written in the source; a view's text need not be.
            try await connection.run(script: "CREATE TEMP VIEW answer AS \(text)")
            return try await connection.query(
                "SELECT a::text FROM (TABLE pg_temp.answer) AS answer (a)"
            ) { row in try row.next(String.self) }
        }
    }
}

extension ToldReadModel {
    /// What an answer tells of each read model, by its name.
    package static func all(in answer: JSON) -> [String: ToldReadModel] {
        let lines = answer["projections"].elements.map { line in
            let told = ToldReadModel(
                rows: line["rows"].integer ?? -1, digest: line["digest"].string ?? "")
            return (line["name"].string ?? "", told)
        }
        return Dictionary(lines) { $1 }
    }
}
