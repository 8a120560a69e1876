import CaseModel
import Testing

@Suite("The types of events")
struct TypeListTests {
    static let world = [
        "threat.made", "measure.announced", "measure.imposed", "measure.amended",
        "measure.extended", "measure.suspended", "measure.resumed", "measure.ended", "party.listed",
        "party.delisted", "licence.decided", "control.taken", "control.extended",
        "control.returned", "role.changed", "role.stated",
        "inquiry.opened", "inquiry.paused", "inquiry.resumed", "inquiry.withdrawn",
        "inquiry.closed",
        "ruling.issued", "ruling.appealed", "deadline.set", "statement.made", "meeting.held",
        "action.taken",
        "transfer.made", "access.provided", "facility.opened", "product.made",
        "ownership.stated", "entity.renamed", "plan.announced", "figure.reported",
    ]
    static let record = [
        "case.opened", "case.reopened", "case.closed", "actor.registered", "actors.merged",
        "source.captured", "source.withdrawn", "measure.registered", "list.registered",
        "claim.added", "difference.explained",
        "event.corrected", "event.retracted", "link.asserted", "link.disputed", "note.added",
        "tag.added",
        "tag.removed", "body.erased",
    ]

    @Test("are the 35 of the world and the 19 of the record, in the order of the language")
    func names() {
        #expect(EventType.world.map(\.name) == TypeListTests.world)
        #expect(EventType.record.map(\.name) == TypeListTests.record)
        #expect(EventType.all.map(\.name) == TypeListTests.world + TypeListTests.record)
        #expect(EventType.all.filter(\.isWorld).map(\.name) == TypeListTests.world)
    }

    @Test("are found by name and not by another spelling", arguments: world + record)
    func found(name: String) {
        #expect(EventType.named(name)?.name == name)
        #expect(EventType.named(name.uppercased()) == nil)
        #expect(EventType.named(name + " ") == nil)
    }

    @Test("have a sentence each that is nobody else's")
    func meanings() {
        #expect(Set(EventType.all.map(\.meaning)).count == 54)
        #expect(EventType.all.allSatisfy { !$0.meaning.isEmpty })
    }

    @Test("of the world stand in the stream of their case")
    func worldStreams() {
        #expect(EventType.world.allSatisfy { $0.streams == [.case] })
    }

    @Test("of the record stand where the language says", arguments: zip(record, streams))
    func recordStreams(name: String, expected: [StreamName.Kind]) throws {
        #expect(try eventType(name).streams == expected)
    }

    static let everywhere: [StreamName.Kind] = [.case, .actor, .source, .measure, .list]
    static let streams: [[StreamName.Kind]] = [
        [.case], [.case], [.case], [.actor], [.actor], [.source], [.source], [.measure],
        [.list], [.case], [.case], everywhere, everywhere, [.case], [.case], everywhere,
        everywhere, everywhere,
    ]

    @Test("need support where they tell of the world or give somebody's word")
    func support() {
        let supported = EventType.all.filter(\.needsSupport).map(\.name)
        #expect(
            supported == TypeListTests.world + ["claim.added", "event.corrected", "link.disputed"])
        let claimed = EventType.all.filter(\.needsClaim).map(\.name)
        #expect(claimed == ["claim.added", "link.disputed"])
    }

    @Test("that begin a stream have a key of their own")
    func fixedKeys() {
        let keys = EventType.all.compactMap { type in
            type.fixedKey.map { "\(type.name) \($0)" }
        }
        #expect(
            keys == [
                "case.opened opened", "actor.registered registered", "source.captured captured",
                "measure.registered registered", "list.registered registered",
            ]
        )
    }
}
