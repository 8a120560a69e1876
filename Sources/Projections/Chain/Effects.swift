import CaseModel

/// An act, to which several events may belong: announcing and imposing one measure are one act.
enum Act: Hashable {
    /// Creating a measure.
    case measure(Slug)
    /// Any other effect of an event.
    case event(EventReference)

    /// The act that an event belongs to.
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

    /// Whether it may be an act with a lasting effect, to which a response is possible.
    var mayCallForAnswer: Bool {
        switch body.content {
        case .measureImposed, .measureAmended, .measureSuspended, .measureEnded, .controlTaken,
            .partyListed, .partyDelisted, .licenceDecided:
            true
        default: false
        }
    }
}

/// Which acts still have an effect on the requested day, and their directions.
struct Effects {
    private let measures: [Slug: Measure]
    private let controls: Set<EventReference>
    private let listings: Set<Place>
    private let licences: Set<EventReference>
    private let registers: Registers

    private struct Place: Hashable {
        let list: Slug
        let party: ActorSlug
        let isListed: Bool
    }

    /// The effects of whole case streams.
    ///
    /// - Parameters:
    ///   - events: effective events of every case that refers to the subject.
    ///   - asOf: the requested day.
    ///   - registers: the home countries of actors, and the registered measures and lists.
    init(_ events: [EffectiveEvent], asOf: EDTFDate?, registers: Registers) {
        let happenings = events.happenings
        let day = DayAsked(asOf: asOf, doubtful: events.uncertain)
        self.registers = registers
        measures = Dictionary(
            MeasureLives(happenings, by: day, registers: registers).measures
                .map { ($0.slug, $0) }
        ) { first, _ in first }
        controls = Set(
            Dictionary(grouping: happenings, by: \.stream).values.flatMap { stream in
                Controls(stream, by: day).current.map(\.setBy)
            })
        listings = Set(
            Listings(happenings, by: day, registers: registers).current.map {
                Place(list: $0.list, party: $0.party, isListed: $0.isListed)
            })
        licences = Set(Licences(happenings, by: day).current.map(\.setBy))
    }

    /// The direction of an act; ending or suspending a measure reverses the measure's direction.
    func direction(of event: Event) -> Direction? {
        switch event.body.content {
        case .measureSuspended(let suspended):
            measures[suspended.measure]?.direction.opposite
        case .measureEnded(let ended): measures[ended.measure]?.direction.opposite
        case .measureImposed(let imposed):
            imposed.direction ?? measures[imposed.measure]?.direction
        default: event.direction(in: registers)
        }
    }

    /// Whether what an event brought about still holds: a measure neither ended nor suspended, a
    /// control not returned, a party still listed.
    func isInEffect(_ event: Event) -> Bool {
        switch event.body.content {
        case .measureImposed(let imposed): isRunning(imposed.measure)
        case .measureAmended(let amended): isRunning(amended.measure)
        case .measureSuspended(let suspended):
            measures[suspended.measure]?.status == .suspended
        case .measureEnded(let ended): measures[ended.measure]?.status.stage == 4
        case .controlTaken(let taken):
            controls.contains(event.reference) && (taken.measure.map { isRunning($0) } ?? true)
        case .partyListed(let listed):
            listings.contains(
                Place(list: listed.list, party: listed.party, isListed: true))
        case .partyDelisted(let delisted):
            listings.contains(
                Place(list: delisted.list, party: delisted.party, isListed: false))
        case .licenceDecided: licences.contains(event.reference)
        default: true
        }
    }

    private func isRunning(_ measure: Slug) -> Bool {
        switch measures[measure]?.status {
        case .ended, .suspended: false
        default: true
        }
    }
}
