import CanonicalJSON
import CaseModel
import Projections

extension History {
    /// A warning, a seizure that only followed it, the retaliation for that, and talks that the
    /// analyst puts down to it: each kind of link once.
    ///
    /// `text` is the summary of the seizure and the name of who did it.
    static func exchange(_ text: String = "The ministry takes control.") throws -> History {
        try History()
            .adding("actor.registered", "registered", registered(text), in: "actor/ministry")
            .happened("warning", "threat.made", "2031-03", ["threatened": "x"])
            .adding("control.taken", "seizure", seizure(text), in: "case/acme")
            .inCase("ban")
            .happened(
                "ban", "measure.imposed", "[2031-04-05..2031-04-14]",
                ["measure": "ban", "kind": "export_ban"], by: "china",
                links: [link("responds_to", "acme/seizure", mode: "retaliates_for")]
            )
            .inCase("acme")
            .happened(
                "talks", "meeting.held", nil,
                links: [link("pressured_by", "ban/ban", basis: "inferred", by: ["analyst"])])
    }

    private static func registered(_ name: String) -> JSONObject {
        ["data": ["name": .string(name), "type": "agency"]]
    }

    private static func seizure(_ summary: String) -> JSONObject {
        [
            "occurred": "2031-04-02~", "summary": .string(summary),
            "actors": [["role": "actor", "actor": "ministry"]],
            "claims": [["source": "gazette"]], "data": ["asset": "acme"],
            "links": [
                link("follows", "acme/warning", basis: "temporal", deniedBy: "ministry")
            ],
        ]
    }

    /// The answer that draws the chain from an event.
    func drawn(from start: String = "acme/warning") throws -> ChainAnswer {
        ChainAnswer(chain: try chain(start), knownAt: 0, registers: try registers)
    }
}
