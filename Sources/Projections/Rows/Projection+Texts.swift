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
}
