import CanonicalJSON
import CaseModel
import Casework
import Digest
import EventLog
import Projections
import Wording

extension PageContent {
    /// An event: what it says, who says so, what corrects it, and its bytes as they are stored.
    init(_ answer: EventAnswer, _ corrected: [CorrectedValue], at place: Place) {
        let (event, standing) = (answer.standing.event, answer.standing)
        let data = event.json["data"]?.object?.members ?? []
        self.init(
            template: .event, title: event.newsline,
            view: View([
                "name": event.reference.description, "type": answer.stored.type,
                "of": place.view(.stream(event.stream), event.stream.text),
                "date": event.type.isWorld ? event.body.occurred.phrase : nil,
                "chain": event.stream.kind == .case
                    ? place.link(to: .chain(event.stream.slug)) : nil,
                "subject": event.corrects.map { place.view($0) },
                "doubts": PageContent.doubts(standing).views,
                "actors": event.body.actors.map { participant in
                    place.view(participant.actor, answer.registers)
                        .adding(["role": participant.role.rawValue.replacing("_", with: " ")])
                },
                "fields": data.map { member in
                    View(["name": member.name, "value": member.value.words ?? member.value.line])
                },
                "links": answer.links.map { link in
                    place.view(link.identity.to).adding([
                        "verb": link.verb, "claim": link.claim + link.marks,
                        "voices": link.assertion(answer.registers),
                        "denial": link.denial(answer.registers),
                    ])
                },
                "claims": answer.claims.map { claim in
                    place.view(claim.claim.source, answer.registers).adding([
                        "words": claim.wordsWithQuote
                    ])
                },
                "correctedBy": standing.corrections.map { place.view($0.reference) },
                "retraction": standing.retraction.map { place.view($0.reference) },
                "place": PageContent.place(answer),
                "bytes": answer.stored.body.map { String(decoding: $0, as: UTF8.self) },
            ]).adding(PageContent.corrections(corrected, at: place)), json: answer.json,
            remarks: answer.clocks.remarks(answer.registers))
    }

    private static func doubts(_ standing: EffectiveEvent) -> [String] {
        [
            standing.isForetold
                ? "It is only foretold: no source reports it yet."
                : standing.isCertain ? nil : "It is not certain by the clocks asked.",
            standing.isUnsupported ? "All sources that support it were withdrawn." : nil,
        ].compactMap(\.self)
    }

    private static func place(_ answer: EventAnswer) -> [View] {
        let stored = answer.stored
        return [
            ("id", stored.id.text), ("position", String(stored.position)),
            ("version", String(stored.version)), ("recorded at", stored.recordedAt.text),
            ("recorded by", stored.recordedBy), ("digest", stored.digest.hexadecimal),
            ("leaf", stored.leaf.hexadecimal),
        ].map { View(["name": $0, "value": $1]) }
    }
}

extension Event {
    /// The event that it corrects or retracts.
    fileprivate var corrects: EventReference? {
        switch body.content {
        case .eventCorrected(let correction): correction.event
        case .eventRetracted(let retraction): retraction.event
        default: nil
        }
    }
}
