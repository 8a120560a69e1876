import CanonicalJSON
import CaseModel

/// An index of rows by name, and of the rows that single events would create, so that a case with
/// very many of both can be queried for each.
///
/// Names are compared by their bytes: two roles that look alike may differ.
struct GroundsIndex: Sendable {
    private let standing: [[UInt8]: StateRow]
    private let makings: [[UInt8]: [(standing: EffectiveEvent, row: StateRow)]]
    private let events: [Int64: EffectiveEvent]
    private let positions: [String: Int64]

    /// An index of the current rows, and of the events with the rows that each would create.
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

    /// The current row of a name; nil if there is none.
    func standing(_ name: String) -> StateRow? { standing[Array(name.utf8)] }

    /// The events that would create a row by themselves, with that row.
    func makings(of name: String) -> [(standing: EffectiveEvent, row: StateRow)] {
        makings[Array(name.utf8)] ?? []
    }

    /// The elements of a row's lists that name an event, by the events' positions: amendments, and
    /// possible changes.
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

    /// The event at a position; nil if it does not belong to the case or its measures.
    func event(at position: Int64) -> EffectiveEvent? { events[position] }
}

/// The events that returned what had been taken under one order, or that did not, by position.
struct OrderReturns {
    /// The events with which everything had been returned.
    let emptying: Set<Int64>
    /// All events that returned something.
    let returning: Set<Int64>
    /// The events that returned nothing under this order because they name another, each with an
    /// event that took something under that other order.
    let spared: [(returned: Int64, other: Int64)]
    /// The events whose taking was ended by a return that might otherwise have ended a current one.
    let preventing: Set<Int64>
    /// The retracted events that would have returned something.
    let retracted: Set<Int64>

    /// The returns under an order.
    ///
    /// - Parameters:
    ///   - takings: what was taken under it.
    ///   - changes: the changes of the order itself.
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
    /// Its certain end and its possible ends.
    fileprivate var ends: [Controls.End] { [end].compactMap(\.self) + possibleEnds }
}
