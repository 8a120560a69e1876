import CanonicalJSON
import Testing

@testable import CaseModel

@Suite("The country codes that an event may be recorded with")
struct CountryCodeTests {
    private func hint(_ code: String) throws -> String? {
        try Country(spelling: code).refusal?.hint
    }

    @Test("are the officially assigned ones of ISO 3166-1, 249 of them")
    func assigned() throws {
        let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { Unicode.Scalar($0) }
        let all = letters.flatMap { first in letters.map { "\(first)\($0)" } }
        let taken = try all.filter { try hint($0) == nil }
        // Beside these AN, DD, SU, VD, YD, YU and XK.
        #expect(taken.count == 249 + 7)
        for code in ["GB", "NL", "CN", "TW", "HK", "US", "SS", "CW", "XK", "SU"] {
            #expect(try hint(code) == nil, "\(code)")
        }
    }

    @Test(
        "are no others, and the hint has the code that was meant",
        arguments: [
            ("UK", "did you mean GB?"), ("EL", "did you mean GR?"), ("ZR", "did you mean CD?"),
            ("EU", "an organisation of states has no country: leave the field out"),
            ("CS", "it was Czechoslovakia's and Serbia and Montenegro's: write CZ, SK, RS or ME"),
            ("ZZ", "ISO 3166-1 alpha-2: NL, CN, US"), ("QX", "ISO 3166-1 alpha-2: NL, CN, US"),
        ])
    func others(_ code: String, _ hint: String) throws {
        #expect(try self.hint(code) == hint)
    }

    private func faults(
        _ type: String, in stream: StreamName.Kind = .case, _ data: JSONObject
    ) throws -> [String] {
        let slug = try #require(Slug("a"))
        let kind = try #require(EventType.named(type))
        var members: JSONObject = ["key": .string(kind.fixedKey ?? "k"), "data": .object(data)]
        if kind.needsClaim {
            members["claims"] = [["source": "s"]]
        } else if kind.needsSupport {
            members["no_source"] = "heard"
        }
        let draft = try Draft(
            stream: StreamName(stream, slug), type: kind, id: nil, json: members)
        return draft.countryFaults.map { "\($0.path): \($0.message)" }
    }

    @Test("are looked for in the actor, in corrections of it, and in claims on it")
    func places() throws {
        let message = "\"UK\" is not an assigned country code"
        let actor: JSONObject = ["name": "A", "type": "state", "country": "UK"]
        #expect(
            try faults("actor.registered", in: .actor, actor) == ["data.country: \(message)"])
        #expect(
            try faults(
                "event.corrected", in: .actor,
                [
                    "event": "actor/a/registered", "reason": "typo",
                    "set": ["data.country": "UK"],
                ]) == ["data.set[\"data.country\"]: \(message)"])
        #expect(
            try faults(
                "claim.added",
                ["event": "actor/a/registered", "field": "country", "value": "UK"]
            ) == ["data.value: \(message)"])
        #expect(try faults("note.added", ["text": "UK"]) == [])
    }

    @Test("do not bind what is read: any two capital letters are read as before")
    func reading() throws {
        let slug = try #require(Slug("a"))
        let type = try #require(EventType.named("actor.registered"))
        let event = try Event(
            position: 1, id: EventID(stream: StreamName(.actor, slug), key: slug),
            stream: StreamName(.actor, slug), version: 1, type: type,
            recordedAt: Instant(microseconds: 0), recordedBy: "r/n",
            json: [
                "key": "registered", "data": ["name": "A", "type": "state", "country": "UK"],
            ])
        guard case .actorRegistered(let actor) = event.body.content else {
            Issue.record("it is no actor")
            return
        }
        #expect(actor.country?.code == "UK")
    }
}
