import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("What cannot be")
struct ImpossibleLintTests {
    private func record() throws -> History { try History().source("gazette") }

    private func details(_ history: History) throws -> [String] {
        try history.conflicts().lints.map { "\($0.event) \($0.kind.rawValue): \($0.detail)" }
    }

    @Test("is the end of a measure that was never announced or imposed; the nearest one is named")
    func unknownMeasure() throws {
        let history = try record()
            .happened(
                "a", "measure.imposed", "2031-01-02", ["measure": "chip-ban", "kind": "export_ban"]
            )
            .inCase("other")
            .happened(
                "b", "measure.ended", "2031-03-02", ["measure": "chips-ban", "how": "revoked"])
        #expect(
            try details(history) == [
                "other/b never_began: chips-ban is ended, but was never announced or imposed; "
                    + "did you mean \"chip-ban\"?"
            ])
    }

    @Test("is none where the measure was announced, imposed or came with control in any case")
    func knownMeasure() throws {
        for (type, data) in [
            ("measure.announced", ["measure": "m", "stage": "proposed"]),
            ("measure.imposed", ["measure": "m", "kind": "tariff"]),
            ("control.taken", ["asset": "acme", "measure": "m", "kind": "control_seizure"]),
        ] as [(String, JSONObject)] {
            let history = try record().happened("a", type, "2031-01-02", data).inCase("other")
                .happened("b", "measure.amended", "2031-02-02", ["measure": "m", "change": "x"])
                .happened("c", "measure.suspended", "2031-02-02", ["measure": "m"])
                .happened("d", "measure.resumed", "2031-02-03", ["measure": "m"])
                .happened("e", "measure.extended", "2031-02-03", ["measure": "m", "until": .null])
                .happened("f", "measure.ended", "2031-02-04", ["measure": "m", "how": "revoked"])
            #expect(try history.lints() == [], "\(type)")
        }
    }

    @Test("is what is resumed, returned or delisted and never was suspended, taken or listed")
    func undone() throws {
        let history = try record()
            .happened("a", "measure.imposed", "2031-01-02", ["measure": "m", "kind": "tariff"])
            .happened("b", "measure.resumed", "2031-02-02", ["measure": "m"])
            .happened("c", "control.taken", "2031-01-02", ["asset": "acme-bv"])
            .happened("d", "control.returned", "2031-02-02", ["asset": "acme-nv"])
            .happened("e", "party.listed", "2031-01-02", ["list": "entities", "party": "acme"])
            .happened("f", "party.delisted", "2031-02-02", ["list": "entites", "party": "acme"])
            .happened("g", "party.delisted", "2031-02-02", ["list": "entities", "party": "acne"])
        #expect(
            try details(history) == [
                "acme/b never_began: m is resumed, but was never suspended",
                "acme/d never_began: acme-nv is returned, but was never taken; "
                    + "did you mean \"acme-bv\"?",
                "acme/f never_began: acme on entites is delisted, but was never listed; "
                    + "did you mean \"entities\"?",
                "acme/g never_began: acne on entities is delisted, but was never listed; "
                    + "did you mean \"acme\"?",
            ])
    }

    @Test("is none where a measure that ended, or was not enforced, is resumed")
    func reinstated() throws {
        for (type, data) in [
            ("measure.ended", ["measure": "m", "how": "struck_down"]),
            ("measure.amended", ["measure": "m", "change": "not enforced", "enforced": false]),
        ] as [(String, JSONObject)] {
            let history = try record()
                .happened("a", "measure.imposed", "2031-01-02", ["measure": "m", "kind": "tariff"])
                .happened("b", type, "2031-02-02", data)
                .happened("c", "measure.resumed", "2031-02-03", ["measure": "m"])
            #expect(try history.lints() == [], "\(type)")
        }
    }

    @Test("is an end that is certainly dated before every beginning")
    func early() throws {
        func ended(_ occurred: String?, _ imposed: String?) throws -> [String] {
            try record()
                .happened("a", "measure.imposed", imposed, ["measure": "m", "kind": "tariff"])
                .happened("b", "measure.ended", occurred, ["measure": "m", "how": "revoked"])
                .lints()
        }
        #expect(try ended("2031-01-31", "2031-02") == ["acme/b before_it_began"])
        for (occurred, imposed) in [
            ("2031-02-02", "2031-02"), ("2031-02", "2031-02-20"), (nil, "2031-02"), ("2031", nil),
        ] {
            #expect(try ended(occurred, imposed) == [])
        }
    }

    @Test("is an until before the effective day, or before the day of the event")
    func periods() throws {
        for (type, data) in [
            (
                "measure.imposed",
                ["measure": "m", "kind": "tariff", "effective": "2032", "until": "2031"]
            ),
            ("measure.imposed", ["measure": "m", "kind": "tariff", "until": "2030-12-31"]),
            ("control.taken", ["asset": "acme", "until": "2030-12-31"]),
        ] as [(String, JSONObject)] {
            let history = try record().happened("a", type, "2031-01-02", data)
            #expect(try history.lints() == ["acme/a ends_before_it_begins"], "\(type) \(data)")
        }
        let paused = try record()
            .happened("a", "measure.imposed", "2031-01-02", ["measure": "m", "kind": "tariff"])
            .happened(
                "b", "measure.suspended", "2031-02-02", ["measure": "m", "until": "2031-01-31"])
        #expect(
            try details(paused) == [
                "acme/b ends_before_it_begins: until 2031-01-31 is before it is dated, 2031-02-02"
            ])
        let fitting = try record()
            .happened(
                "a", "measure.imposed", "2031-01-02",
                ["measure": "m", "kind": "tariff", "effective": "2031-03", "until": "2031-03-02"])
        #expect(try fitting.lints() == [])
    }

    private func authorities() throws -> History {
        try record().actor("cn", "China", "state", "CN").actor("mofcom", "Ministry", "agency", "CN")
            .actor("nl", "Netherlands", "state", "NL").actor("acme", "Acme", "company", "CN")
            .actor("eu", "European Union", "coalition", nil)
    }

    @Test("is one slug for measures of two kinds or of two countries")
    func names() throws {
        let history = try authorities()
            .happened("a", "measure.imposed", "2031", ["measure": "m", "kind": "tariff"], by: "cn")
            .inCase("other")
            .happened(
                "b", "measure.imposed", "2031", ["measure": "m", "kind": "export_ban"], by: "nl")
        #expect(
            try details(history) == [
                "other/b one_name_for_two: the measure m is of kind export_ban, in acme/a of kind "
                    + "tariff, and is by NL, in acme/a by CN"
            ])
        let same = try authorities()
            .happened(
                "a", "measure.announced", "2031", ["measure": "m", "stage": "adopted"], by: "cn"
            )
            .happened(
                "b", "measure.imposed", "2031", ["measure": "m", "kind": "tariff"], by: "mofcom"
            )
            .happened("c", "measure.imposed", "2031", ["measure": "m", "kind": "tariff"], by: "eu")
            .happened(
                "d", "measure.ended", "2032", ["measure": "m", "how": "struck_down"], by: "nl")
        #expect(try same.lints() == [])
    }

    private func retaliates(_ one: String, against other: String) throws -> [String] {
        try authorities().happened("a", "meeting.held", "2031-01", by: other)
            .happened(
                "b", "meeting.held", "2031-02", by: one,
                links: [link("responds_to", "acme/a", mode: "retaliates_for")]
            ).lints()
    }

    @Test("is retaliation against one's own side")
    func ownSide() throws {
        #expect(try retaliates("cn", against: "cn") == ["acme/b against_its_own_side"])
        #expect(try retaliates("mofcom", against: "cn") == ["acme/b against_its_own_side"])
        #expect(try retaliates("eu", against: "eu") == ["acme/b against_its_own_side"])
        #expect(try retaliates("nl", against: "cn") == [])
        #expect(try retaliates("acme", against: "cn") == [])
        let answered = try authorities().happened("a", "meeting.held", "2031-01", by: "cn")
            .happened(
                "b", "meeting.held", "2031-02", by: "mofcom",
                links: [link("responds_to", "acme/a", mode: "complies_with")])
        #expect(try answered.lints() == [])
    }

    @Test("names the nearest of many measures")
    func many() throws {
        var history = try record()
        for number in 0..<300 {
            history =
                try history
                .happened(
                    nil, "measure.imposed", "2031",
                    ["measure": .string("m-\(number)-a"), "kind": "tariff"]
                )
                .happened(
                    nil, "measure.ended", "2031",
                    ["measure": .string("m-\(number)-b"), "how": "revoked"])
        }
        let lints = try history.conflicts().lints
        #expect(lints.count == 300)
        #expect(lints.allSatisfy { $0.detail.contains("did you mean \"m-") })
    }
}

extension History {
    /// Adds an actor of a type, perhaps with a country.
    fileprivate func actor(
        _ slug: String, _ name: String, _ type: String, _ country: String?
    ) throws -> History {
        var data: JSONObject = ["name": .string(name), "type": .string(type)]
        data["country"] = country.map(JSONValue.string)
        return try adding(
            "actor.registered", "registered", ["data": .object(data)], in: "actor/\(slug)")
    }
}
