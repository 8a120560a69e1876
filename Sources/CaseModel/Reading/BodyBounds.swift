import CanonicalJSON

/// Finds what a body may never contain: control characters, numbers that not every JSON reader
/// preserves, and nesting that is too deep.
///
/// The JSON reader refuses these itself; this applies the same limits to bodies that were built in
/// other ways.
struct BodyBounds {
    /// The violations, by path.
    private(set) var faults = Faults()
    /// Whether the body is nested too deeply to be walked safely.
    private(set) var isTooDeep = false

    /// The path to the current value.
    private var steps: [JSONPointer.Step] = []

    /// Checks a body.
    init(of body: JSONObject) { check(.object(body), depth: 1) }

    /// The integers that every JSON reader preserves: those of a double (RFC 7493).
    static let integers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

    private mutating func check(_ value: JSONValue, depth: Int) {
        switch value {
        case .null, .bool: break
        case .integer(let number): check(number)
        case .string(let text): check(text)
        case .array(let elements):
            guard isShallow(depth) else { return }
            for (index, element) in elements.enumerated() {
                steps.append(.index(index))
                check(element, depth: depth + 1)
                steps.removeLast()
            }
        case .object(let object):
            guard isShallow(depth) else { return }
            for member in object.members {
                steps.append(.name(member.name))
                check(member.name)
                check(member.value, depth: depth + 1)
                steps.removeLast()
            }
        }
    }

    private mutating func check(_ number: Int64) {
        guard !BodyBounds.integers.contains(number) else { return }
        let message = "a number outside -9007199254740991 to 9007199254740991"
        faults.note(Fault(at: JSONPointer(steps), message, hint: "write it as a string"))
    }

    private mutating func check(_ text: String) {
        guard let scalar = text.firstRefused else { return }
        let hint = "remove it; of the control characters, text has only \\t and \\n"
        let message = "the control character \(scalar.number) in a string"
        faults.note(Fault(at: JSONPointer(steps), message, hint: hint))
    }

    private mutating func isShallow(_ depth: Int) -> Bool {
        guard depth > JSONBounds.event.depth else { return true }
        isTooDeep = true
        let message = "more than \(JSONBounds.event.depth) lists and objects inside each other"
        faults.note(Fault(at: JSONPointer(steps), message, hint: "nest it less deeply"))
        return false
    }
}

extension String {
    /// The first disallowed character of a text; nil in nearly every text, which a check of the
    /// bytes shows.
    fileprivate var firstRefused: Unicode.Scalar? {
        let bytes = utf8.span
        for index in bytes.indices where bytes[index].mayBeginControl {
            return unicodeScalars.first(where: \.isRefused)
        }
        return nil
    }
}

extension UInt8 {
    /// Whether this UTF-8 byte may begin a control character other than TAB and LF.
    fileprivate var mayBeginControl: Bool {
        self < 0x20 && self != UInt8(ascii: "\t") && self != UInt8(ascii: "\n") || self == 0x7f
            || self == 0xc2
    }
}

extension Unicode.Scalar {
    /// Whether it is of category Cc and neither TAB nor LF.
    fileprivate var isRefused: Bool {
        properties.generalCategory == .control && self != "\t" && self != "\n"
    }
}
