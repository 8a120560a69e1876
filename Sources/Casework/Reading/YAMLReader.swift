import CanonicalJSON
import CaseModel
import Yams

/// Converts YAML to JSON: a scalar gets the type of its field, never the type that it looks like.
struct YAMLReader {
    let file: String
    private(set) var marks = YAMLMarks()
    private(set) var faults: [LocatedFault] = []

    /// Creates a reader for a file, or for an entry that begins at a mark.
    init(file: String, from mark: YAMLMarks.Mark? = nil) {
        self.file = file
        marks[.root] = mark
    }

    /// The value of a node for a field of the given shape.
    mutating func read(_ node: Node, as shape: Shape, at path: JSONPointer = .root) -> JSONValue {
        marks[path] = node.yamlMark
        switch node {
        case .scalar(let scalar): return read(scalar, as: shape)
        case .sequence(let sequence):
            let element = shape.element
            return .array(
                sequence.enumerated().map { read($1, as: element, at: path.appending($0)) })
        case .mapping(let mapping): return .object(members(of: mapping, as: shape, at: path))
        case .alias: return .null
        }
    }

    private mutating func members(
        of mapping: Node.Mapping, as shape: Shape, at path: JSONPointer
    ) -> JSONObject {
        var members: [JSONObject.Member] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                note(key, "a field's name is expected", hint: "names are plain words")
                continue
            }
            let place = path.appending(name)
            let value = read(value, as: shape.member(name), at: place)
            members.append(JSONObject.Member(name: name, value: value))
            marks[place] = key.yamlMark ?? marks[place]
        }
        // Names are unique: the parser checks that.
        return JSONObject(members) ?? JSONObject()
    }

    private func read(_ scalar: Node.Scalar, as shape: Shape) -> JSONValue {
        let isPlain = scalar.isPlain
        switch shape {
        case .nullable(let shape):
            return isPlain && scalar.string == "null" ? .null : read(scalar, as: shape)
        case .either(let shape, _):
            return read(scalar, as: shape)
        case .flag where isPlain && scalar.string == "true": return true
        case .flag where isPlain && scalar.string == "false": return false
        case .number where isPlain, .integer where isPlain:
            return Int64(canonical: scalar.string).map(JSONValue.integer) ?? .string(scalar.string)
        case .any where isPlain:
            return YAMLReader.looksLike(scalar.string)
        default:
            return .string(scalar.string)
        }
    }

    /// Used only if no field determines the type: the words and integers of JSON, else text.
    private static func looksLike(_ text: String) -> JSONValue {
        switch text {
        case "null": .null
        case "true": true
        case "false": false
        default: Int64(canonical: text).map(JSONValue.integer) ?? .string(text)
        }
    }

    /// Adds the faults of another reader of the same file.
    mutating func keep(_ others: [LocatedFault]) { faults += others }

    /// Records a fault of a node.
    mutating func note(_ node: Node, _ message: String, hint: String) {
        let mark = node.yamlMark
        let place = Place(file: file, line: mark?.line, column: mark?.column)
        faults.append(LocatedFault(at: place, .badEvent, message, hint: hint))
    }
}

extension Node {
    /// Where the node begins.
    var yamlMark: YAMLMarks.Mark? {
        mark?.ours
    }
}

extension Int64 {
    /// The integer in `text`, if it is written as JSON writes integers.
    fileprivate init?(canonical text: String) {
        guard let number = Int64(text), String(number) == text else { return nil }
        self = number
    }
}
