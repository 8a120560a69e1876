/// One error as the server reported it, field by field (PostgreSQL, chapter "Error and Notice
/// Message Fields").
///
/// Every field is kept. Detail, hint, context and query quote rows and statements, so they are
/// never part of a description: code that needs one reads it by name.
package struct ServerReport: Hashable, Sendable {
    /// The SQLSTATE.
    package let state: SQLState
    /// The primary message, in the language of the server.
    package let message: String
    private let fields: [Field: String]

    /// A report with a code, a message and further fields.
    package init(_ state: SQLState, _ message: String, _ fields: [Field: String] = [:]) {
        self.state = state
        self.message = message
        self.fields = fields
    }

    /// The text of a field; nil if the server sent none.
    package subscript(field field: Field) -> String? { fields[field] }

    /// A field other than code and message, identified by its letter in the protocol.
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

    /// The same as `description`: the output of a debugger or a test may be kept as long as a log.
    package var debugDescription: String { description }

    /// Shows code and message only.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
