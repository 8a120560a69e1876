import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Answers")
struct AnswerTests {
    private func check(_ answer: JSONValue, against expected: String) throws {
        let expected = try JSONValue(reading: Array(expected.utf8))
        #expect(text(answer) == text(expected))
    }

    private func text(_ json: JSONValue) -> String {
        String(decoding: json.canonicalBytes(), as: UTF8.self)
    }

    @Test("a timeline is cases.timeline/1")
    func timeline() throws {
        let history = try History.seizureOfAcme()
        let answer = TimelineAnswer(
            cases: [try #require(Slug("acme-seizure"))], knownAt: 6,
            timeline: try history.timeline(), registers: try history.registers)
        try check(answer.json, against: expectedTimeline)
    }

    @Test("the state of a case is cases.case/1")
    func state() throws {
        let history = try History.seizureOfAcme()
        let answer = CaseAnswer(
            state: try history.state("acme-seizure"), knownAt: 6, registers: try history.registers)
        try check(answer.json, against: expectedState)
    }

    @Test("a chain is cases.chain/1")
    func chain() throws {
        let history = try History.seizureOfAcme()
        let answer = ChainAnswer(
            chain: try history.chain("acme-seizure/seizure"), knownAt: 9,
            registers: try history.registers)
        try check(answer.json, against: expectedChain)
    }

    @Test("an ended measure says how, an undisclosed owner is nobody, a printed share has bounds")
    func rest() throws {
        let history = try History()
            .happened(
                "a", "measure.ended", "2031", ["measure": "m", "how": "lapsed_never_in_force"]
            )
            .happened("b", "ownership.stated", nil, ["asset": "acme", "undisclosed": true])
            .happened(
                "c", "ownership.stated", nil,
                [
                    "asset": "acme", "owner": "jo", "direct": "no",
                    "share": ["printed": "a third or so", "min": "1/4"],
                ])
        let answer = CaseAnswer(
            state: try history.state(), knownAt: 3, registers: try history.registers
        ).json.object
        try check(answer?["measures"] ?? .null, against: expectedEnd)
        try check(answer?["ownership"] ?? .null, against: expectedOwnership)
        #expect(answer?["title"] == .null)
    }
}
