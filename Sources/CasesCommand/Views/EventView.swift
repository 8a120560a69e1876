import CanonicalJSON
import CaseModel
import Casework
import Digest
import EventLog
import Projections
import Wording

extension EventAnswer: Presentation {
    var pieces: [JSONValue] { [json] }

    var lines: [String] {
        var table = TextTable("FIELD", "VALUE", flexible: 1)
        for (name, value) in fields { table.add(name, value) }
        return table.lines
    }

    var sheet: Sheet {
        Sheet(columns: ["field", "value"], rows: fields.map { [$0.0, $0.1] })
    }

    private var fields: [(String, String)] {
        let body = standing.event.body
        let recorded: [(String, String)] = [
            ("event", standing.event.reference.description), ("type", stored.type),
            ("summary", standing.event.headline), ("occurred", body.occurred.phrase),
        ]
        let actors = body.actors.map { ($0.role.rawValue, registers.name(of: $0.actor)) }
        let data = (standing.event.json["data"]?.object?.members ?? []).map { member in
            ("data.\(member.name)", member.value.string ?? member.value.line)
        }
        let told = standing.event.json["links"]?.array ?? []
        let links = zip(body.links, told).map { link, value in
            ("link", (value.words ?? value.line) + flaw(of: link))
        }
        return (recorded + doubt + actors + data + links + claims.map(field) + amendments + place)
            .filter { !$0.1.isEmpty }
    }

    private func flaw(of link: Link) -> String {
        switch standing.fates[link.to] {
        case .retracted: "; rests on a retracted event"
        case .absent: "; rests on an event that does not exist by the requested clocks"
        case nil: ""
        }
    }

    private func field(_ said: ValuedClaim) -> (String, String) { ("claim", said.wordsWithQuote) }

    private var doubt: [(String, String)] {
        doubtfulClocks
            + (standing.isUnsupported ? [("support", "all sources were withdrawn")] : [])
    }

    private var doubtfulClocks: [(String, String)] {
        if standing.isForetold { return [("status", "foretold: no source reports it yet")] }
        return standing.isCertain ? [] : [("by the clocks asked", uncertainMark)]
    }

    private var amendments: [(String, String)] {
        standing.corrections.map { ("corrected by", $0.reference.description) }
            + (standing.retraction.map { [("retracted by", $0.reference.description)] } ?? [])
            + merged
    }

    /// The actors with which the event was recorded and that are shown under another name.
    private var merged: [(String, String)] {
        guard standing.beforeMerging != nil else { return [] }
        return registers.mergedActors.map { ("merged", "\($0.actor) into \($0.into)") }
    }

    private var place: [(String, String)] {
        [
            ("id", stored.id.text), ("position", String(stored.position)),
            ("version", String(stored.version)), ("recorded at", stored.recordedAt.text),
            ("recorded by", stored.recordedBy), ("leaf", stored.leaf.hexadecimal),
            ("known at", String(knownAt)),
        ]
    }
}
