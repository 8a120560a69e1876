public import CanonicalJSON
public import CaseModel

/// What makes one value of a case what it is.
public struct Why: Hashable, Sendable {
    /// The field, as it was asked for.
    public let field: String
    /// What it is; `null` where nothing holds.
    public let value: JSONValue
    /// The events that had a hand in it, in the order in which they count.
    public let because: [Reason]
}

/// A case that can be asked why something in it is so.
///
/// It follows the changes of which the state itself is folded, one by one; so there are no rules here
/// that could differ from it.
public struct Grounds: Sendable {
    let slug: Slug
    let recorded: [Event]
    let events: [EffectiveEvent]
    let asOf: EDTFDate?
    let registers: Registers
    /// The measures that the case speaks of.
    let measures: Set<Slug>
    let evidence: Evidence
    /// The rows of the state; none where the case is not there.
    let state: [StateRow]
    /// The rows of the state, then those that a single event would make.
    let rows: [StateRow]
    let index: GroundsIndex
    let courses: GroundsCourses

    /// The grounds of one case.
    ///
    /// - Parameters:
    ///   - slug: the case.
    ///   - recorded: its whole stream, and those of other cases that speak of its measures, as they
    ///     were recorded.
    ///   - events: the same as they stand, in order of position.
    ///   - asOf: the day for which it is asked.
    ///   - registers: where its measures and lists are registered.
    public init(
        of slug: Slug, recorded: [Event], _ events: [EffectiveEvent], asOf: EDTFDate? = nil,
        registers: Registers = Registers()
    ) {
        self.slug = slug
        self.recorded = recorded
        self.events = events
        self.asOf = asOf
        self.registers = registers
        let own = events.filter { $0.event.stream == StreamName(.case, slug) }
        let measures = own.measures
        self.measures = measures
        evidence = Evidence(events)
        courses = GroundsCourses(
            own, beside: events, by: DayAsked(asOf: asOf, doubtful: events.uncertain),
            registers: registers)
        let fold = { (events: [EffectiveEvent]) in
            StateRow.rows(
                of: CaseState(
                    of: slug, events, asOf: asOf, registers: registers, measures: measures))
        }
        state = own.isEmpty ? [] : fold(events)
        let makings = events.map { standing in
            (
                standing: standing,
                rows: fold([standing.counting]).filter { $0.isMade(by: standing.event, in: slug) }
            )
        }
        rows = state + makings.flatMap(\.rows)
        index = GroundsIndex(standing: state, makings)
    }

    /// Why a field is what it is; nil where neither the state nor an event has such a field.
    public func why(_ field: String) -> Why? {
        if let selection = FieldSelection(field, among: rows) {
            return Why(
                field: field, value: value(of: selection), because: reasons(for: selection))
        }
        return EventField(field, of: slug, in: own).map { why($0, field) }
    }

    /// The field that was probably meant by one that is not there; nil where none is near.
    public func nearest(to field: String) -> String? {
        nearestWord(
            to: field,
            among: rows.flatMap { [$0.name] + $0.fields }.uniqued()
                + own.flatMap { EventField.names(of: $0.event) })
    }

    /// The events of the case itself.
    var own: [EffectiveEvent] {
        events.filter { $0.event.stream == StreamName(.case, slug) }
    }
}

extension StateRow {
    /// Whether an event can make it: what a case itself is, only the events do that open or close it.
    fileprivate func isMade(by event: Event, in slug: Slug) -> Bool {
        !subject.isEmpty
            || event.stream == StreamName(.case, slug) && event.framing[name] != nil
    }
}

extension EffectiveEvent {
    /// The event as if nobody had retracted it.
    var counting: EffectiveEvent {
        var copy = self
        copy.retraction = nil
        return copy
    }
}
