package import CanonicalJSON

/// What can be imported, as JSON Schema describes it.
package enum InputSchema: String, CaseIterable, Sendable {
    /// A case file in YAML.
    case caseFile = "case-file"
    /// One line of JSON Lines.
    case line

    /// The schema, of draft 2020-12.
    package var json: JSONValue {
        switch self {
        case .caseFile: .object(CaseFile.schema)
        case .line: .object(EventLine.schema)
        }
    }
}
