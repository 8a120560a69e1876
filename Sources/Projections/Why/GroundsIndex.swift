import CanonicalJSON
import CaseModel

/// Finds rows by their names, and what single events would make of them, so that a case with very many
/// of both can be asked about each of them.
///
/// Names are compared by their bytes: two roles that look alike are two.
struct GroundsIndex: Sendable {
    private let standing: [[UInt8]: StateRow]
    private let makings: [[UInt8]: [(standing: EffectiveEvent, row: StateRow)]]
    private let events: [Int64: EffectiveEvent]
    private let positions: [String: Int64]

    /// An index of the rows that stand, and of the events, each with the rows that it would make.
    init(
        standing: [StateRow], _ makings: [(standing: EffectiveEvent, rows: [StateRow])]
    ) {
        self.standing = Dictionary(standing.map { (Array($0.name.utf8), $0) }) { first, _ in first }
        let pairs = makings.flatMap { making in
            making.rows.map { (standing: making.standing, row: $0) }
        }
        self.makings = Dictionary(grouping: pairs) { Array($0.row.name.utf8) }
        events = Dictionary(
            makings.map { ($0.standing.event.position, $0.standing) }
        ) { first, _ in first }
        positions = Dictionary(
            makings.map { ($0.standing.event.reference.description, $0.standing.event.position) }
        ) { first, _ in first }
    }

    /// The row that stands under a name; nil where none does.
    func standing(_ name: String) -> StateRow? { standing[Array(name.utf8)] }

    /// The events that by themselves would make a row, with the row that each would.
    func makings(of name: String) -> [(standing: EffectiveEvent, row: StateRow)] {
        makings[Array(name.utf8)] ?? []
    }

    /// The elements of a row's lists that name an event, by the events' positions: what it amended, and
    /// what it only may have brought about.
    func listed(in row: StateRow?) -> [Int64: [String: JSONValue]] {
        var listed: [Int64: [String: JSONValue]] = [:]
        for (name, value) in row?.values ?? [:] {
            for element in value.array ?? [] {
                let event = element.object?["event"] ?? element.object?["set_by"]
                guard let position = event?.string.flatMap({ positions[$0] }) else { continue }
                let before = listed[position]?[name]?.array ?? []
                listed[position, default: [:]][name] = .array(before + [element])
            }
        }
        return listed
    }

    /// The event at a position; nil where that is not of the case nor says anything of it.
    func event(at position: Int64) -> EffectiveEvent? { events[position] }
}
