import CanonicalJSON
import CaseModel
import Yams

/// Writes values as YAML that reads back as the same values, members in the order of the language.
///
/// Short objects and lists of scalars stand on one line, as people write them.
enum YAMLWriter {
    /// The longest object or list that is written on one line, in characters.
    private static let inline = 80

    /// The text of a node, each line with a margin.
    static func text(of node: Node, margin: Int) throws(CaseworkError) -> String {
        let text: String
        do {
            text = try Yams.serialize(node: node, indent: 2, width: -1, allowUnicode: true)
        } catch {
            throw CaseworkError(
                .internal, "an event cannot be written as YAML", hint: "use --format jsonl")
        }
        // No scalar spans lines: texts with line breaks have them as escapes.
        let indent = String(repeating: " ", count: margin)
        return text.split(separator: "\n").map { indent + $0 + "\n" }.joined()
    }

    /// The node of a value whose shape gives the order of its members.
    static func node(_ json: JSONValue, as shape: Shape) -> Node {
        switch json {
        case .null: Node("null")
        case .bool(let flag): Node(flag ? "true" : "false")
        case .integer(let number): Node(String(number))
        case .string(let text): node(text)
        case .array(let elements):
            list(elements.map { node($0, as: shape.element) })
        case .object(let object):
            mapping(shape.ordered(object).map { ($0, node($1, as: shape.member($0))) })
        }
    }

    /// A text; in quotation marks where an editor would take it for something else.
    static func node(_ text: String) -> Node {
        let style: Node.Scalar.Style =
            text.breaksLines ? .doubleQuoted : text.resemblesAnotherScalar ? .singleQuoted : .any
        return .scalar(Node.Scalar(text, Tag(.implicit), style))
    }

    /// An object on one line, if it is short and flat.
    static func mapping(_ members: [(String, Node)]) -> Node {
        let length = members.reduce(0) { $0 + $1.0.count + $1.1.length + 4 }
        let isInline = length <= inline && members.allSatisfy { $0.1.scalar != nil }
        return .mapping(
            Node.Mapping(
                members.map { (node($0.0), $0.1) }, Tag(.implicit), isInline ? .flow : .block))
    }

    private static func list(_ elements: [Node]) -> Node {
        let length = elements.reduce(0) { $0 + $1.length + 2 }
        let isInline = length <= inline && elements.allSatisfy { $0.scalar != nil }
        return .sequence(Node.Sequence(elements, Tag(.implicit), isInline ? .flow : .block))
    }
}

extension Node {
    /// The length of a scalar in characters, or more than fits where it has several lines.
    fileprivate var length: Int {
        guard let text = scalar?.string, !text.contains("\n") else { return 1_000 }
        return text.count
    }
}

extension Shape {
    /// The members of an object in the order of the shape, then those that it does not know.
    fileprivate func ordered(_ object: JSONObject) -> [(String, JSONValue)] {
        let names = fields.map(\.name)
        let known = names.compactMap { name in object[name].map { (name, $0) } }
        return known
            + object.members.filter { !names.contains($0.name) }.map { ($0.name, $0.value) }
    }
}

extension String {
    /// Whether it has a character that YAML folds, or takes away: then it is written with escapes.
    fileprivate var breaksLines: Bool {
        unicodeScalars.contains {
            "\n\r\t\u{85}\u{2028}\u{2029}\u{feff}".unicodeScalars.contains($0)
        }
    }

    /// Whether YAML 1.1 or 1.2 may read the plain text as null, a truth value or a number.
    fileprivate var resemblesAnotherScalar: Bool {
        let words: Set = [
            "", "~", "<<", "=", "null", "true", "false", "yes", "no", "on", "off", "y", "n",
        ]
        if words.contains(lowercased()) { return true }
        let digits = String(unicodeScalars.filter { $0 != "_" })
        return Double(digits) != nil || digits.hasPrefix("0o")
            || [".inf", ".nan"].contains(lowercased())
            || digits.utf8.allSatisfy { "0123456789:+-".utf8.contains($0) } && digits.contains(":")
    }
}
