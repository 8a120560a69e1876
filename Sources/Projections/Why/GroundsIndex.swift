import CanonicalJSON
import CaseModel

/// Finds rows by their names and happenings by the words of their fields, so that a case with very many
/// of both can be asked about each of them.
///
/// Words and names are compared by their bytes: two roles that look alike are two.
struct GroundsIndex: Sendable {
    private let rows: [[UInt8]: [StateRow]]
    private let standing: [[UInt8]: [StateRow]]
    private let events: [EffectiveEvent]
    private let places: [[UInt8]: [Int]]

    /// An index of all rows of a case, of those that stand, and of its events in order of recording.
    init(rows: [StateRow], standing: [StateRow], events: [EffectiveEvent]) {
        self.rows = Dictionary(grouping: rows) { Array($0.name.utf8) }
        self.standing = Dictionary(grouping: standing) { Array($0.name.utf8) }
        self.events = events
        var places: [[UInt8]: [Int]] = [:]
        for (place, standing) in events.enumerated() {
            for word in standing.event.words { places[word, default: []].append(place) }
        }
        self.places = places
    }

    /// The rows that a selection names, each in the order of the state.
    func rows(of selection: FieldSelection) -> [StateRow] {
        selection.rows.flatMap { rows[Array($0.utf8)] ?? [] }
    }

    /// Those of them that stand.
    func standing(of selection: FieldSelection) -> [StateRow] {
        selection.rows.flatMap { standing[Array($0.utf8)] ?? [] }
    }

    /// The events that name what some rows are about, in order of recording.
    ///
    /// Of rows that each event makes for itself, the makers of other rows have no hand in it.
    func speaking(of rows: [StateRow]) -> [EffectiveEvent] {
        var found: Set<Int> = []
        for row in rows {
            let named = row.subject.map { Set(places[Array($0.utf8)] ?? []) }
            guard let first = named.min(by: { $0.count < $1.count }) else { continue }
            let all = named.reduce(first) { $0.intersection($1) }
            found.formUnion(all.filter { !row.isMadeBesides(events[$0].event) })
        }
        return found.sorted().map { events[$0] }
    }
}

extension StateRow {
    /// Whether an event makes another row of the same list, which stands beside this one.
    fileprivate func isMadeBesides(_ event: Event) -> Bool {
        guard let maker = maker else { return false }
        let type = event.type.name
        return [ControlTaken.type, OwnershipStated.type].contains(type)
            && !localName(event.reference.description).utf8.elementsEqual(maker.utf8)
    }
}

extension Event {
    /// The texts among the fields of its type; nothing where it is not of the world.
    fileprivate var words: Set<[UInt8]> {
        guard type.isWorld, let data = json["data"]?.object else { return [] }
        return Set(data.members.compactMap { $0.value.string.map { Array($0.utf8) } })
    }
}
