import CanonicalJSON
import CaseModel
import Casework
import Postgres
import Projections
import RandomSupport
import TestSupport
import Testing

/// Questions over all cases are answered from kept rows as they are from the whole log.
@Suite struct KeptQuestionTests {
    /// With the clock of recording set, no kept rows are read.
    private func folded(
        _ record: CaseRecord, _ day: EDTFDate?, at head: Int64
    ) async throws -> CaseReader {
        try await record.reader.seen(asOf: day, publishedBy: nil, knownAt: .position(head))
    }

    private func measures(
        _ filter: MeasureFilter, _ day: EDTFDate, of record: CaseRecord, at head: Int64
    ) async throws -> (kept: JSONValue?, folded: JSONValue?) {
        let kept = try await record.reader.seen(asOf: day, publishedBy: nil, knownAt: nil)
        let folded = try await folded(record, day, at: head)
        return (
            try await kept.measures(filter).json.object?["measures"],
            try await folded.measures(filter).json.object?["measures"]
        )
    }

    private func filter(using generator: inout SplitMix) throws -> MeasureFilter {
        var filter = MeasureFilter()
        filter.isInForce = Int.random(in: 0..<3, using: &generator) > 0
        let parties = ["a0", "a1", "a3", "a5", "country:CN", "country:US", "country:FR"]
        func party() throws -> [Party] {
            guard Int.random(in: 0..<3, using: &generator) == 0 else { return [] }
            let text = try #require(parties.randomElement(using: &generator))
            return [try #require(Party(text))]
        }
        (filter.by, filter.against) = (try party(), try party())
        if Int.random(in: 0..<4, using: &generator) == 0 { filter.kinds = [.exportBan] }
        if Int.random(in: 0..<4, using: &generator) == 0 {
            let code = try #require(
                ["hs:85", "HS:853", "hs:8531.00"].randomElement(using: &generator))
            filter.scopes = [try #require(ScopeQuery(code))]
        }
        if Int.random(in: 0..<4, using: &generator) == 0 { filter.case = Slug("case-1") }
        return filter
    }

    private func check(
        _ record: CaseRecord, at head: Int64, using generator: inout SplitMix
    ) async throws -> Int {
        var found = 0
        for _ in 0..<40 {
            let filter = try filter(using: &generator)
            let text = try #require(
                ["2031-04-01", "2031-04-06", "2031-04-20", "2031-05-10"]
                    .randomElement(using: &generator))
            let day = try EDTFDate(text)
            let answers = try await measures(filter, day, of: record, at: head)
            #expect(answers.kept == answers.folded, "\(filter) on \(text)")
            found += answers.kept?.array?.isEmpty == false ? 1 : 0
            let days = Int64.random(in: 0..<20, using: &generator)
            let overdue = Bool.random(using: &generator)
            let due = try await record.reader.due(
                from: day, within: days, includesOverdue: overdue)
            let slow = try await folded(record, nil, at: head).due(
                from: day, within: days, includesOverdue: overdue)
            #expect(due.json.object?["due"] == slow.json.object?["due"], "\(days) from \(text)")
            found += due.items.isEmpty ? 0 : 1
        }
        return found
    }

    @Test(arguments: [0x5eed_1301, 0x5eed_1302, 0x5eed_1303] as [UInt64])
    func `measures and what is due are the same, also for events that no row reflects yet`(
        seed: UInt64
    ) async throws {
        var generator = SplitMix(seed: seed)
        let made = RandomMeasures(cases: 8, happenings: 7, using: &generator)
        let half = made.events.count / 2
        try await Desk.use { desk in
            try desk.write(made.registers + made.events.prefix(half), to: "one.jsonl")
            try desk.write(Array(made.events.dropFirst(half)), to: "two.jsonl")
            try await desk.done("import", "one.jsonl")
            let record = try await desk.opened()
            try await desk.whileRowsAreHeld { try await desk.done("import", "two.jsonl") }
            let head = try await desk.head()
            var found = try await check(record, at: head, using: &generator)
            try await desk.done("rebuild")
            found += try await check(record, at: head, using: &generator)
            #expect(found > 40)
        }
    }

    /// Each case by itself knows of an end, but together the earlier end counts.
    ///
    /// What a source foretold for a day after that may have come.
    @Test func `a measure that two cases end may be in force all the same`() async throws {
        func event(_ name: String, _ key: String, _ day: String, _ type: String, _ data: String)
            -> String
        {
            let stance = key == "resumed" ? #","stance":"foretells""# : ""
            return
                #"{"stream":"case/\#(name)","key":"\#(key)","type":"\#(type)","occurred":"\#(day)","#
                + #""summary":"It happens.","claims":[{"source":"gazette"\#(stance)}],"#
                + #""actors":[{"role":"actor","actor":"a0"}],"data":{"measure":"ban"\#(data)}}"#
        }
        var generator = SplitMix(seed: 1)
        let registers = RandomMeasures(cases: 0, happenings: 0, using: &generator).registers
        let opened = ["one", "two"].map {
            #"{"stream":"case/\#($0)","key":"opened","type":"case.opened","data":{"title":"A"}}"#
        }
        let events = [
            event("one", "imposed", "2031-04-02", "measure.imposed", #","kind":"export_ban""#),
            event("one", "resumed", "2031-04-10", "measure.resumed", ""),
            event("one", "ended", "2031-04-20", "measure.ended", #","how":"expired""#),
            event("two", "ended", "2031-04-05", "measure.ended", #","how":"revoked""#),
        ]
        try await Desk.use { desk in
            try desk.write(registers + opened + events, to: "ban.jsonl")
            try await desk.done("import", "ban.jsonl")
            var filter = MeasureFilter()
            filter.isInForce = true
            let answers = try await measures(
                filter, try EDTFDate("2031-05-01"), of: try await desk.opened(),
                at: try await desk.head())
            #expect(answers.kept == answers.folded)
            #expect(answers.kept?.array?.count == 1)
        }
    }
}

extension Desk {
    fileprivate func write(_ lines: some Collection<String>, to name: String) throws {
        try write(lines.joined(separator: "\n") + "\n", to: name)
    }

    /// Does something while another session holds the read models, so that they stay as they are.
    fileprivate func whileRowsAreHeld(_ body: @Sendable () async throws -> Void) async throws {
        try await database.withConnection { connection in
            try await connection.run(script: "BEGIN")
            _ = try await connection.query(
                "SELECT position FROM \(identifier: workspace).projection FOR UPDATE"
            ) { row in try row.next(Int64.self) }
            try await body()
            try await connection.run(script: "ROLLBACK")
        }
    }
}
