import CanonicalJSON

/// What of a body cannot be recorded whatever it says: control characters, numbers that not every
/// reader of JSON keeps, objects and lists too deep inside each other.
///
/// The reader of JSON refuses these itself; a body that came in by another way is held to the same.
struct BodyBounds {
    /// What goes beyond the bounds, place by place.
    private(set) var faults = Faults()
    /// Whether the body is deeper than what may be walked through without care.
    private(set) var isTooDeep = false

    /// Looks through a body.
    init(of body: JSONObject) { check(.object(body), at: .root, depth: 1) }

    private static let integers: ClosedRange<Int64> = -9_007_199_254_740_991...9_007_199_254_740_991

    private mutating func check(_ value: JSONValue, at path: JSONPointer, depth: Int) {
        switch value {
        case .null, .bool: break
        case .integer(let number): check(number, at: path)
        case .string(let text): check(text, at: path)
        case .array(let elements):
            guard isShallow(depth, at: path) else { return }
            for (index, element) in elements.enumerated() {
                check(element, at: path.appending(index), depth: depth + 1)
            }
        case .object(let object):
            guard isShallow(depth, at: path) else { return }
            for member in object.members {
                check(member.name, at: path.appending(member.name))
                check(member.value, at: path.appending(member.name), depth: depth + 1)
            }
        }
    }

    private mutating func check(_ number: Int64, at path: JSONPointer) {
        guard !BodyBounds.integers.contains(number) else { return }
        let message = "a number outside -9007199254740991 to 9007199254740991"
        faults.note(Fault(at: path, message, hint: "write it as a string"))
    }

    private mutating func check(_ text: String, at path: JSONPointer) {
        guard let scalar = text.unicodeScalars.first(where: { $0.isRefused }) else { return }
        let hint = "remove it; of the control characters, text has only \\t and \\n"
        let message = "the control character \(scalar.number) in a string"
        faults.note(Fault(at: path, message, hint: hint))
    }

    private mutating func isShallow(_ depth: Int, at path: JSONPointer) -> Bool {
        guard depth > JSONBounds.event.depth else { return true }
        isTooDeep = true
        let message = "more than \(JSONBounds.event.depth) lists and objects inside each other"
        faults.note(Fault(at: path, message, hint: "nest it less deeply"))
        return false
    }
}

extension Unicode.Scalar {
    /// Whether it is of category Cc and neither TAB nor LF.
    fileprivate var isRefused: Bool {
        properties.generalCategory == .control && self != "\t" && self != "\n"
    }
}
