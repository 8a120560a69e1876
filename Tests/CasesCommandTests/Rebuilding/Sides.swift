import TestSupport
import Testing

/// The read models as a rebuild finds them, and as it makes them.
///
/// The old ones are changed by hand, so that they can be told from the new.
struct Sides: Sendable {
    /// Which of them an answer tells of.
    enum Sight: Hashable, Sendable {
        case old
        case new
        /// Some of both, or neither: what no reader must ever get.
        case half
        /// No answer, but this exit code.
        case nothing(Int32)
    }

    let desk: Desk
    let old: [String: ToldReadModel]
    let new: [String: ToldReadModel]
    private let cases: Int

    /// Records what is rebuilt, and changes its read models by hand.
    static func begin(_ desk: Desk, _ record: MadeUpRecord) async throws -> Sides {
        try await desk.record(record)
        let new = try await desk.readModels()
        try await age(desk)
        return Sides(
            desk: desk, old: try await desk.readModels(), new: new, cases: record.cases)
    }

    /// Makes the new ones old again.
    func age() async throws { try await Sides.age(desk) }

    private static func age(_ desk: Desk) async throws {
        try await desk.sql(
            """
            UPDATE WS.case_state SET title = 'old'; UPDATE WS.timeline_entry SET summary = 'old';
            UPDATE WS.participant SET role = 'old' || role; UPDATE WS.link SET basis = 'old';
            UPDATE WS.mention SET mentioned = 'old' || mentioned;
            UPDATE WS.register SET name = 'old'; UPDATE WS.search_text SET text = 'old';
            """)
    }

    /// What `projections` tells of: every row of every read model.
    func digests() async throws -> Sight {
        let told = try await desk.run("projections", "--json")
        guard told.exitCode == 0 else { return .nothing(told.exitCode) }
        let models = ToldReadModel.all(in: try JSON(told.stdout))
        return models == old ? .old : models == new ? .new : .half
    }

    /// What `list` tells of.
    func titles() async throws -> Sight {
        let told = try await desk.run("list", "--json")
        guard told.exitCode == 0 else { return .nothing(told.exitCode) }
        let titles = Set(try JSON(told.stdout)["cases"].elements.map { $0["title"].string })
        guard titles.contains("old") else { return titles.count == cases ? .new : .half }
        return titles.count == 1 ? .old : .half
    }

    /// What readers get: all of it old, or all of it new.
    func isOld(_ comment: Comment = "as a reader") async throws -> Bool {
        let sights = [try await digests(), try await titles()]
        #expect([[.old, .old], [.new, .new]].contains(sights), comment)
        return sights == [.old, .old]
    }
}

extension Sides {
    /// What a reader gets who asks over and over while `body` runs.
    func watched(while body: () async throws -> Void) async throws -> [Sight] {
        let reader = Task {
            var sights: [Sight] = []
            while !Task.isCancelled { sights += [try await digests(), try await titles()] }
            return sights
        }
        defer { reader.cancel() }
        try await body()
        reader.cancel()
        return try await reader.value
    }
}
