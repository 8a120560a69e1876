import CanonicalJSON
import CaseModel

extension Projection {
    /// The actors and sources as they are registered.
    package static let registers = Projection(
        "registers", table: "register",
        columns: ["stream": .text, "name": .text, "withdrawn": .boolean, "register": .json],
        keyLength: 1
    ) { history in
        guard history.stream.kind != .case else { return [] }
        let standing = history.standing.filter { $0.retraction == nil }
        guard let last = standing.last(where: \.event.isRegistration) else { return [] }
        return [
            ProjectedRow([
                .text(history.stream.text), .text(last.event.registeredName),
                .boolean(standing.contains { $0.event.isWithdrawal }),
                .json((last.event.view["data"]?.value ?? .null).canonicalBytes()),
            ])
        ]
    }

    /// The words by which an event can be found.
    package static let search = Projection(
        "search", table: "search_text",
        columns: ["stream": .text, "position": .integer, "event": .text, "text": .text],
        keyLength: 2
    ) { history in
        history.standing.filter { $0.retraction == nil }.compactMap { standing in
            let text = standing.event.words.joined(separator: "\n")
            guard !text.isEmpty else { return nil }
            return ProjectedRow([
                .text(history.stream.text), .integer(standing.event.position),
                .text(standing.event.reference.description), .text(text),
            ])
        }
    }
}

extension Event {
    /// Whether it registers an actor or a source.
    fileprivate var isRegistration: Bool {
        switch body.content {
        case .actorRegistered, .sourceCaptured: true
        default: false
        }
    }

    /// What people call the actor or source that it registers; nil where that has no name.
    fileprivate var registeredName: String? {
        switch body.content {
        case .actorRegistered(let actor): actor.name
        case .sourceCaptured(let source): source.title
        default: nil
        }
    }

    fileprivate var isWithdrawal: Bool {
        if case .sourceWithdrawn = body.content { true } else { false }
    }

    /// What it says in words: the summary, the texts of its fields, what sources print.
    fileprivate var words: [String] {
        let claims = body.claims.flatMap { [$0.printed, $0.quote] }.compactMap(\.self)
        return [body.summary].compactMap(\.self) + (view["data"]?.texts ?? []) + claims
    }
}

extension JSONView {
    /// Every text in it, in the order of the document; names of members are none.
    fileprivate var texts: [String] {
        if let string { return [string] }
        if let elements { return elements.flatMap(\.texts) }
        return (members ?? []).flatMap(\.value.texts)
    }
}
