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

/// The events by which that came back which had been taken under one order, or did not, by their
/// positions.
struct OrderReturns {
    /// Those with which all was back.
    let emptying: Set<Int64>
    /// All that gave something back.
    let returning: Set<Int64>
    /// Those that gave nothing back because they name another order, each with one that takes
    /// something under that.
    let spared: [(returned: Int64, other: Int64)]
    /// Those whose taking a return ended, where it would otherwise have ended one that still stands.
    let preventing: Set<Int64>
    /// Those that would have given something back, had they not been retracted.
    let retracted: Set<Int64>

    /// The returns under an order.
    ///
    /// - Parameters:
    ///   - takings: what was taken under it.
    ///   - changes: what changed in the order itself.
    init(_ takings: [Controls.Taking], of changes: [DatedChange<MeasureEffect>]) {
        emptying = Set(
            changes.compactMap { change in
                if case .emptied = change.effect { change.event.position } else { nil }
            })
        returning = Set(takings.flatMap(\.ends).map(\.event.position))
        let open = takings.filter { $0.end == nil }
        spared = open.compactMap(\.spared).filter { $0.returned.order < $0.other.order }
            .map { ($0.returned.position, $0.other.position) }
        preventing = Set(open.compactMap(\.precededBy).map(\.position))
        retracted = Set(open.flatMap(\.retractedReturns).map(\.position))
    }
}

extension Controls.Taking {
    /// What ended it, or only may have.
    fileprivate var ends: [Controls.End] { [end].compactMap(\.self) + possibleEnds }
}
