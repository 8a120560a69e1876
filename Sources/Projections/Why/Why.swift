public import CanonicalJSON
public import CaseModel

/// The explanation of one value of a case.
public struct Why: Hashable, Sendable {
    /// The field, as requested.
    public let field: String
    /// Its value; `null` if there is none.
    public let value: JSONValue
    /// The contributing events, in the order in which they count.
    public let because: [Reason]
}

/// A case prepared for explaining its values.
///
/// It follows the same changes from which the state is folded, step by step, so it has no separate
/// rules that could deviate.
public struct Grounds: Sendable {
    let slug: Slug
    let recorded: [Event]
    let events: [EffectiveEvent]
    let asOf: EDTFDate?
    let registers: Registers
    /// The measures that the case refers to.
    let measures: Set<Slug>
    let evidence: Evidence
    /// The rows of the state; empty if the case does not exist.
    let state: [StateRow]
    /// The rows of the state, then those that a single event would create.
    let rows: [StateRow]
    let index: GroundsIndex
    let courses: GroundsCourses

    /// The grounds of one case.
    ///
    /// - Parameters:
    ///   - slug: the case.
    ///   - recorded: its whole stream, and those of other cases that refer to its measures, as
    ///     recorded.
    ///   - events: the same as effective events, in order of position.
    ///   - asOf: the requested day.
    ///   - registers: the registered measures and lists.
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

    /// The explanation of a field; nil if neither the state nor an event has it.
    public func why(_ field: String) -> Why? {
        if let selection = FieldSelection(field, among: rows) {
            return Why(
                field: field, value: value(of: selection), because: reasons(for: selection))
        }
        return EventField(field, of: slug, in: own).map { why($0, field) }
    }

    /// The existing field that was probably meant; nil if none is similar.
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
    /// Whether an event can affect it: the case's own properties are affected only by events that
    /// open or close it.
    fileprivate func isMade(by event: Event, in slug: Slug) -> Bool {
        !subject.isEmpty
            || event.stream == StreamName(.case, slug) && event.framing[name] != nil
    }
}

extension EffectiveEvent {
    /// The event without its retraction.
    var counting: EffectiveEvent {
        var copy = self
        copy.retraction = nil
        return copy
    }
}
