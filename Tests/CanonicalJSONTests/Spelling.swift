import CanonicalJSON
import RandomSupport

/// Writes a value in one of the many ways that mean the same, and notes where each part begins.
struct Spelling {
    private(set) var bytes: [UInt8] = []
    private(set) var places: [JSONPointer: Int] = [:]
    private var generator: SplitMix

    init(_ value: JSONValue, using generator: SplitMix) {
        self.generator = generator
        space()
        write(value, at: .root)
        space()
    }

    private mutating func write(_ value: JSONValue, at pointer: JSONPointer) {
        places[pointer] = bytes.count
        switch value {
        case .array(let elements): write(elements, at: pointer)
        case .object(let object): write(object, at: pointer)
        case .string(let text): write(text)
        case .integer(let number): bytes += String(number).utf8
        case .bool(let truth): bytes += String(truth).utf8
        case .null: bytes += "null".utf8
        }
    }

    private mutating func write(_ elements: [JSONValue], at pointer: JSONPointer) {
        open("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { write(separator: ",") }
            write(element, at: pointer.appending(index))
        }
        write(separator: "]")
    }

    private mutating func write(_ object: JSONObject, at pointer: JSONPointer) {
        open("{")
        for (index, member) in object.members.shuffled(using: &generator).enumerated() {
            if index > 0 { write(separator: ",") }
            write(member.name)
            write(separator: ":")
            write(member.value, at: pointer.appending(member.name))
        }
        write(separator: "}")
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
            if mustEscape || Int.random(in: 0..<4, using: &generator) == 0 {
                for unit in String(scalar).utf16 { write(escaping: unit) }
            } else {
                bytes += String(scalar).utf8
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(escaping unit: UInt16) {
        let isUpper = Bool.random(using: &generator)
        let digits = String(unit, radix: 16, uppercase: isUpper)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
    }

    private mutating func open(_ bracket: String) {
        bytes += bracket.utf8
        space()
    }

    private mutating func write(separator: String) {
        space()
        bytes += separator.utf8
        space()
    }

    private mutating func space() {
        let spaces = ["", "", " ", "\n", "\t", "\r\n", "  \n"]
        bytes += (spaces.randomElement(using: &generator) ?? "").utf8
    }
}
