import CanonicalJSON

/// One part of how a case stands, by the name that people ask for it: `title`,
/// `measures.acme-halt`, `controls.acme.seizure`, `roles.jo.acme.chief executive`.
struct StateRow: Hashable, Sendable {
    /// The name, its parts divided by dots.
    let name: String
    /// What an event must name to have a hand in it.
    let subject: [String]
    /// The event that made it, by its name inside the case, where each event makes a row of its own.
    let maker: String?
    /// Its values by name; one without a name where it is a single value.
    let values: [String: JSONValue]
    /// The whole, as `show` has it.
    let whole: JSONValue

    private init(_ name: String, single value: JSONValue) {
        (self.name, subject, maker, values, whole) = (name, [], nil, ["": value], value)
    }

    private init(_ list: List, _ row: JSONObject) {
        let identity = list.identity.map { row[$0]?.string ?? "" }
        maker = list.isOnePerEvent ? localName(row["set_by"]?.string ?? "") : nil
        name = ([list.name] + identity + [maker].compactMap(\.self)).joined(separator: ".")
        subject = identity
        let rest = row.members.filter { !list.identity.contains($0.name) }
        values = Dictionary(rest.map { ($0.name, $0.value) }) { $1 }
        whole = .object(row)
    }
}

extension StateRow {
    /// A list of a state: what tells its rows apart.
    private struct List {
        let name: String
        let identity: [String]
        /// Whether each event makes a row of its own, beside the others.
        var isOnePerEvent = false
    }

    private static let lists = [
        List(name: "measures", identity: ["measure"]),
        List(name: "controls", identity: ["asset"], isOnePerEvent: true),
        List(name: "licences", identity: ["measure", "party", "scope"]),
        List(name: "roles", identity: ["person", "organisation", "role"]),
        List(name: "listings", identity: ["list", "party"]),
        List(name: "ownership", identity: ["asset"], isOnePerEvent: true),
    ]

    /// The names of the lists, in the order in which they are shown.
    static var listNames: [String] { lists.map(\.name) }

    /// The rows of a state, in the order in which it is shown.
    static func rows(of state: CaseState) -> [StateRow] {
        let answer = CaseAnswer(state: state, knownAt: 0, registers: Registers())
        let shown = answer.json.object ?? [:]
        let single = ["title", "status", "last_event"].map {
            StateRow($0, single: shown[$0] ?? .null)
        }
        return single
            + lists.flatMap { list in
                (shown[list.name]?.array ?? []).compactMap(\.object).map { StateRow(list, $0) }
            }
    }
}

/// An event's name inside its case: its key, or `#VERSION`.
func localName(_ reference: String) -> String {
    let utf8 = reference.utf8
    guard let end = utf8.lastIndex(where: { "/#".utf8.contains($0) }) else { return reference }
    return String(reference[(utf8[end] == UInt8(ascii: "#") ? end : utf8.index(after: end))...])
}
