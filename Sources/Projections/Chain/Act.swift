import CaseModel

/// What several events do together: the announcing and the imposing of one measure are one act.
enum Act: Hashable {
    /// Bringing a measure into being.
    case measure(Slug)
    /// Anything else that an event does.
    case event(EventReference)

    /// The act that an event is part of.
    init(_ event: Event) {
        switch event.body.content {
        case .measureAnnounced(let announced): self = .measure(announced.measure)
        case .measureImposed(let imposed): self = .measure(imposed.measure)
        case .measureExtended(let extended): self = .measure(extended.measure)
        case .controlTaken(let taken):
            self = taken.measure.map { .measure($0) } ?? .event(event.reference)
        default: self = .event(event.reference)
        }
    }
}

extension Event {
    /// Whether it only threatens an act.
    var isThreat: Bool {
        if case .threatMade = body.content { true } else { false }
    }

    /// Whether it may be an act with an effect that lasts, which somebody may answer.
    var mayCallForAnswer: Bool {
        switch body.content {
        case .measureImposed, .measureAmended, .measureSuspended, .measureEnded, .controlTaken,
            .partyListed, .partyDelisted, .licenceDecided:
            true
        default: false
        }
    }
}
