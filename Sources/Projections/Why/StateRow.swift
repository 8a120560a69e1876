import CanonicalJSON

/// One part of how a case stands, by the name that people ask for it: `title`,
/// `measures.acme-halt`, `controls.acme.seizure`, `roles.jo.acme.chief executive`.
struct StateRow: Hashable, Sendable {
    /// The name, its parts divided by dots.
    let name: String
    /// What it is about; nothing where it is about the case itself.
    let subject: [String]
    /// Its values by name; one without a name where it is a single value.
    private(set) var values: [String: JSONValue]
    /// The whole, as `show` has it.
    let whole: JSONValue

    /// The single value of the case that has a name.
    init(_ name: String, single value: JSONValue) {
        (self.name, subject, values, whole) = (name, [], ["": value], value)
    }

    /// A row of a list.
    init(_ list: List, _ row: JSONObject) {
        subject = list.identity.map { row[$0]?.string ?? "" }
        let maker = list.isOnePerEvent ? row["set_by"]?.string : nil
        name = list.name(of: subject, maker)
        let rest = row.members.filter { !list.identity.contains($0.name) }
        values = Dictionary(rest.map { ($0.name, $0.value) }) { $1 }
        whole = .object(row)
    }

    /// The row without the values that are lists.
    var withoutLists: StateRow {
        var row = self
        row.values = values.filter { $0.value.array == nil }
        return row
    }

    /// The values that a field means: one, or all of them.
    func values(of value: String?) -> [String: JSONValue] {
        guard let value else { return values }
        return values[value].map { [value: $0] } ?? [:]
    }
}

extension StateRow {
    /// A list of a state: what tells its rows apart.
    struct List: Sendable {
        /// Its name.
        let name: String
        /// The members that together name what a row is about.
        let identity: [String]
        /// Whether each event makes a row of its own, beside the others.
        var isOnePerEvent = false

        static let measures = List(name: "measures", identity: ["measure"])
        static let controls = List(name: "controls", identity: ["asset"], isOnePerEvent: true)
        static let licences = List(name: "licences", identity: ["measure", "party", "scope"])
        static let roles = List(name: "roles", identity: ["person", "organisation", "role"])
        static let listings = List(name: "listings", identity: ["list", "party"])
        static let ownership = List(name: "ownership", identity: ["asset"], isOnePerEvent: true)

        /// All of them, in the order in which they are shown.
        static let all = [measures, controls, licences, roles, listings, ownership]

        /// The name of a row.
        ///
        /// - Parameters:
        ///   - subject: what it is about.
        ///   - maker: the event that made it, where each makes one of its own.
        /// - Returns: The parts, divided by dots.
        func name(of subject: [String], _ maker: String? = nil) -> String {
            ([name] + subject + [maker.map(localName)].compactMap(\.self)).joined(separator: ".")
        }
    }

    /// The rows of a state, in the order in which it is shown.
    static func rows(of state: CaseState) -> [StateRow] {
        let answer = CaseAnswer(state: state, knownAt: 0, registers: Registers())
        let shown = answer.json.object ?? [:]
        let single = ["title", "status", "last_event"].map {
            StateRow($0, single: shown[$0] ?? .null)
        }
        return single
            + List.all.flatMap { list in
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
