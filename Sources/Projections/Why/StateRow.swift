import CanonicalJSON

/// A row of a case's state, with the name used to query it: `title`, `measures.acme-halt`,
/// `controls.acme.seizure`, `roles.jo.acme.chief executive`.
struct StateRow: Hashable, Sendable {
    /// The name, with its parts separated by dots.
    let name: String
    /// The subject; empty if it is the case itself.
    let subject: [String]
    /// Its values by name; a single value has an empty name.
    private(set) var values: [String: JSONValue]
    /// The whole row, as in `show`.
    let whole: JSONValue

    /// A single, named value of the case.
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

    /// The values that a field selects: one, or all of them.
    func values(of value: String?) -> [String: JSONValue] {
        guard let value else { return values }
        return values[value].map { [value: $0] } ?? [:]
    }
}

extension StateRow {
    /// A list of a state, with the identity of its rows.
    struct List: Sendable {
        /// Its name.
        let name: String
        /// The members that together identify the subject of a row.
        let identity: [String]
        /// Whether each event creates a separate row.
        var isOnePerEvent = false

        static let measures = List(name: "measures", identity: ["measure"])
        static let controls = List(name: "controls", identity: ["asset"], isOnePerEvent: true)
        static let licences = List(name: "licences", identity: ["measure", "party", "scope"])
        static let inquiries = List(name: "inquiries", identity: ["subject"])
        static let roles = List(name: "roles", identity: ["person", "organisation", "role"])
        static let listings = List(name: "listings", identity: ["list", "party"])
        static let ownership = List(name: "ownership", identity: ["asset"], isOnePerEvent: true)

        /// All lists, in display order.
        static let all = [
            measures, controls, licences, inquiries, roles, listings, ownership,
        ]

        /// The name of a row.
        ///
        /// - Parameters:
        ///   - subject: the subject.
        ///   - maker: the event that created it, if each event creates a separate row.
        /// - Returns: the parts, separated by dots.
        func name(of subject: [String], _ maker: String? = nil) -> String {
            ([name] + subject + [maker.map(localName)].compactMap(\.self)).joined(separator: ".")
        }
    }

    /// The rows of a state, in display order.
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
