/// What the server reported of one failure, field by field (PostgreSQL, chapter "Error and Notice
/// Message Fields").
///
/// Every field is kept. Detail, hint, context and query quote rows and statements, so they never
/// stand in a description: whoever needs one reads it by its name.
package struct ServerReport: Hashable, Sendable {
    /// The code of the failure.
    package let state: SQLState
    /// The primary message, in the language of the server.
    package let message: String
    private let fields: [Field: String]

    /// A report of a code, a message and further fields.
    package init(_ state: SQLState, _ message: String, _ fields: [Field: String] = [:]) {
        self.state = state
        self.message = message
        self.fields = fields
    }

    /// The text of a field; nil where the server sent none.
    package subscript(field field: Field) -> String? { fields[field] }

    /// A field beside code and message, by the letter that it has in the protocol.
    package enum Field: Unicode.Scalar, CaseIterable, Sendable {
        case severity = "V"
        case detail = "D"
        case hint = "H"
        case position = "P"
        case internalPosition = "p"
        case internalQuery = "q"
        case context = "W"
        case schema = "s"
        case table = "t"
        case column = "c"
        case dataType = "d"
        case constraint = "n"
        case file = "F"
        case line = "L"
        case routine = "R"
    }
}

extension ServerReport: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The message and the code.
    package var description: String { "\(message) (\(state.rawValue))" }

    /// The same as the description: a debugger's or a test's output is kept as long as a log.
    package var debugDescription: String { description }

    /// Code and message alone.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
