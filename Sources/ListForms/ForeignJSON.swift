import Foundation

/// A JSON value of a foreign file; unlike the record's own JSON it may have fractions, which no
/// form uses.
enum ForeignJSON: Decodable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number with a fraction or beyond 64 bits.
    case number
    case string(String)
    case array([ForeignJSON])
    case object([String: ForeignJSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let integer = try? value.decode(Int64.self) {
            self = .integer(integer)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([ForeignJSON].self) {
            self = .array(array)
        } else if let object = try? value.decode([String: ForeignJSON].self) {
            self = .object(object)
        } else {
            self = .number
        }
    }

    /// Reads a document.
    static func document(_ bytes: [UInt8]) throws(ListFaults) -> ForeignJSON {
        do { return try JSONDecoder().decode(ForeignJSON.self, from: Data(bytes)) } catch {
            throw ListFaults(
                line: line(ofFaultIn: bytes), "it is not JSON", hint: "download the file again")
        }
    }

    /// The line of the first fault, which only `JSONSerialization` tells, in words; the last line
    /// of a text that was cut off.
    private static func line(ofFaultIn bytes: [UInt8]) -> Int? {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes))
            return nil
        } catch {
            let words = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
            let place = words.firstMatch(of: /character ([0-9]+)/).flatMap { Int($0.1) }
            return bytes.prefix(place ?? bytes.count).count { $0 == UInt8(ascii: "\n") } + 1
        }
    }

    /// A member of an object; null if there is none.
    subscript(name: String) -> ForeignJSON {
        if case .object(let members) = self { members[name] ?? .null } else { .null }
    }

    /// The elements of an array; nil if it is not one.
    var elements: [ForeignJSON]? { if case .array(let elements) = self { elements } else { nil } }

    /// Whether it is an object.
    var isObject: Bool { if case .object = self { true } else { false } }

    /// A text, or an integer as text, with white space folded; nil for anything else.
    var text: String? {
        switch self {
        case .string(let text): text.stated
        case .integer(let number): String(number)
        default: nil
        }
    }

    /// The texts of an array, or of one text.
    var texts: [String] { elements.map { $0.compactMap(\.text) } ?? text.map { [$0] } ?? [] }
}
