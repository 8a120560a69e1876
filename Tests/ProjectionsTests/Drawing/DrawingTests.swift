import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Drawings of a chain")
struct DrawingTests {
    // From March, some day, to 2 April: 2 to 32 days; from there to 5 to 14 April: 3 to 12.
    private static let dot = #"""
        digraph chain {
            // 1 retaliation in 1 act, depth 2, weakest link roughly_even_chance
            rankdir=LR
            node [shape=box, fontname="sans-serif"]
            edge [fontname="sans-serif", fontsize=11]
            "acme/warning" [label="March 2031\lThe Ministry\lIt happens.\lacme/warning\l"]
            "acme/seizure" [label="about 2 April 2031\lThe Ministry\lThe Ministry\l\#
        acme/seizure\l"]
            "ban/ban" [label="between 5 April 2031 and 14 April 2031\lchina\lIt happens.\l\#
        UNANSWERED\lban/ban\l", peripheries=2]
            "acme/talks" [label="undated\lThe Ministry\lIt happens.\lacme/talks\l"]
            "acme/warning" -> "acme/seizure" [style=dotted, color=gray50, fontcolor=gray40, \#
        label="only follows\lafter 2 to 32 days\lasserted by gazette\l\#
        DENIED BY The Ministry (letter)\l"]
            "acme/seizure" -> "ban/ban" [style=solid, color=firebrick, penwidth=2.5, \#
        label="RETALIATION: retaliates_for, explicit,\llikely\lafter 3 to 12 days\l\#
        asserted by gazette\l"]
            "ban/ban" -> "acme/talks" [style=dashed, label="«inferred» pressured_by,\l\#
        roughly_even_chance\lafter an unknown time\lasserted by analyst\l"]
        }
        """#

    private static let mermaid = """
        flowchart LR
            %% 1 retaliation in 1 act, depth 2, weakest link roughly_even_chance
            e_acme__warning["March 2031<br/>The Ministry<br/>It happens.<br/>acme/warning"]
            e_acme__seizure["about 2 April 2031<br/>The Ministry<br/>The Ministry<br/>\
        acme/seizure"]
            e_ban__ban["between 5 April 2031 and<br/>14 April 2031<br/>china<br/>\
        It happens.<br/>UNANSWERED<br/>ban/ban"]:::unanswered
            e_acme__talks["undated<br/>The Ministry<br/>It happens.<br/>acme/talks"]
            e_acme__warning -.->|"only follows<br/>after 2 to 32 days<br/>\
        asserted by gazette<br/>DENIED BY The Ministry<br/>(letter)"| e_acme__seizure
            e_acme__seizure ==>|"RETALIATION#58;<br/>retaliates_for, explicit,<br/>\
        likely<br/>after 3 to 12 days<br/>asserted by gazette"| e_ban__ban
            e_ban__ban -.->|"#171;inferred#187; pressured_by,<br/>roughly_even_chance<br/>\
        after an unknown time<br/>asserted by analyst"| e_acme__talks
            linkStyle 0 stroke:gray,color:gray,stroke-dasharray:1 5
            linkStyle 1 stroke:firebrick,stroke-width:3px
            linkStyle 2 stroke-dasharray:8 4
            classDef unanswered stroke-width:4px
        """

    @Test("a chain is a graph of DOT, each kind of link with a line of its own")
    func wholeDOT() throws {
        let dot = try History.exchange("The Ministry").drawn().dot
        #expect(dot.joined(separator: "\n") == DrawingTests.dot)
    }

    @Test("a chain is a flowchart of Mermaid, each kind of link with a line of its own")
    func wholeMermaid() throws {
        let mermaid = try History.exchange("The Ministry").drawn().mermaid
        #expect(mermaid.joined(separator: "\n") == DrawingTests.mermaid)
    }

    @Test(
        "what an analyst concludes is dashed, retaliation or not; time alone is never retaliation")
    func bases() throws {
        func look(_ relation: String, _ mode: String?, _ basis: String) throws -> [String] {
            let answer = try History().happened("a", "meeting.held", "2031")
                .happened(
                    "b", "meeting.held", "2032",
                    links: [link(relation, "acme/a", mode: mode, basis: basis)]
                ).drawn(from: "acme/a")
            let label = try #require(answer.dot.first { $0.contains("->") })
            let style = try #require(label.split(separator: "label=").first)
            return [
                String(try #require(style.split(separator: " [").last)),
                String(
                    try #require(
                        label.split(separator: "label=\"").last?.split(separator: "\\l").first)),
            ]
        }
        #expect(
            try look("responds_to", "retaliates_for", "inferred") == [
                "style=dashed, color=firebrick, penwidth=2.5, ",
                "«inferred» RETALIATION: retaliates_for,",
            ])
        #expect(
            try look("responds_to", "retaliates_for", "temporal") == [
                "style=dotted, color=gray50, fontcolor=gray40, ",
                "only follows, recorded as responds_to",
            ])
        #expect(
            try look("follows", nil, "explicit") == [
                "style=dotted, color=gray50, fontcolor=gray40, ", "only follows, explicit, likely",
            ])
        #expect(
            try look("responds_to", "adapts_to", "explicit") == [
                "style=solid, ", "responds_to (adapts_to), explicit,",
            ])
    }

    @Test("events whose names look alike stay two, and events in a circle are drawn once")
    func names() throws {
        let answer = try History().inCase("a-b")
            .happened("c", "meeting.held", "2031", links: [link("responds_to", "a/b-c")])
            .inCase("a")
            .happened("b-c", "meeting.held", "2032", links: [link("responds_to", "a-b/c")])
            .drawn(from: "a/b-c")
        let names = answer.mermaid.compactMap { $0.split(separator: "[\"").dropLast().first }
        #expect(names == ["    e_a_b__c", "    e_a__b_c"])
        #expect(answer.dot.count { $0.contains(" -> ") } == 2)
    }

    @Test("the same chain gives the same bytes, in whatever order it was recorded")
    func determinism() throws {
        let (one, other) = (
            try History.exchange().drawn(), try History.exchange().drawn(from: "ban/ban")
        )
        #expect(one.dot == other.dot)
        #expect(one.mermaid == other.mermaid)
    }

    @Test("a chain of nothing is an empty drawing")
    func nothing() throws {
        let answer = try History().drawn(from: "acme/nowhere")
        #expect(answer.mermaid == ["flowchart LR", "    %% 0 retaliations, depth 0"])
        #expect(answer.dot.count == 6)
    }
}
