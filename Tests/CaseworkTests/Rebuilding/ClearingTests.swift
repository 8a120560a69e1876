import Casework
import Postgres
import Projections
import ReadModels
import TestSupport
import Testing

@Suite("What a rebuild clears away", .serialized)
struct ClearingTests {
    @Test("is never what another one has put in place meanwhile")
    func swappedMeanwhile() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 4, happenings: 4))
            let record = try await desk.opened()
            let kept = try await record.rebuilder.projections().digests
            try await desk.copyGeneration()
            let schema = desk.workspace
            try await desk.database.withConnection { swapping in
                try await swapping.run(
                    script: "BEGIN; UPDATE \"\(schema)\".projection SET is_live = NOT is_live")
                let clearing = Task { try await record.rebuilder.readModels.clear() }
                try await swapping.untilBlocking()
                try await swapping.run(script: "COMMIT")
                try await clearing.value
            }
            let list = try await record.rebuilder.projections()
            #expect(list.digests == kept)
            #expect(list.projections.allSatisfy { $0.checkpoint?.generation == 99 })
        }
    }

    @Test("is a generation that nobody put in place, with all its rows")
    func left() async throws {
        try await Desk.use { desk in
            try await desk.record(MadeUpRecord(cases: 4, happenings: 4))
            let record = try await desk.opened()
            let kept = try await record.rebuilder.projections().digests
            try await desk.copyGeneration()
            try await record.rebuilder.readModels.clear()
            #expect(try await record.rebuilder.projections().digests == kept)
            // Nothing in this record is due, and everything can be read.
            let empty = [Projection.due.name, Projection.unreadable.name]
            for projection in Projection.all where !empty.contains(projection.name) {
                let generations = try await desk.texts(
                    "SELECT DISTINCT generation FROM WS.\(projection.table)")
                #expect(!generations.isEmpty && !generations.contains("99"))
            }
        }
    }
}

extension Desk {
    /// Lays a second generation, that is not live, beside the first, with the same rows.
    fileprivate func copyGeneration() async throws {
        for projection in Projection.all {
            let columns = projection.columns.map(\.name).joined(separator: ", ")
            try await sql(
                """
                INSERT INTO WS.\(projection.table) (generation, \(columns))
                SELECT 99, \(columns) FROM WS.\(projection.table)
                """)
        }
        try await sql(
            """
            INSERT INTO WS.projection (name, generation, version, is_live, position, leaf)
            SELECT name, 99, version, false, position, leaf FROM WS.projection
            """)
    }
}
