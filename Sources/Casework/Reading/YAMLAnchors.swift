import CaseModel
import Yams

/// Anchors and aliases are refused: every value must be written in place.
///
/// An alias repeats a whole tree, so a short file could expand to more than fits into memory.
enum YAMLAnchors {
    /// The place of the first alias that might expand the text beyond the limit; nil if there is
    /// none.
    ///
    /// It does not parse YAML, and counts a little more than necessary, because it also counts
    /// inside strings; a text that it accepts can be composed in memory, and is then refused
    /// because of its anchors, place by place.
    static func bomb(in text: String) -> YAMLMarks.Mark? {
        var expansion = Expansion()
        var name: [UInt8] = []
        var indicator: UInt8?
        for (offset, byte) in text.utf8.enumerated() {
            expansion.size += 1
            if isPartOfName(byte) {
                name.append(byte)
                continue
            }
            if let indicator, !name.isEmpty, expansion.take(indicator, name: name) {
                return mark(offset, in: text)
            }
            indicator = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") ? byte : nil
            name = []
        }
        return nil
    }

    private static func isPartOfName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func mark(_ offset: Int, in text: String) -> YAMLMarks.Mark {
        var walk = TextWalk()
        let end = text.utf8.index(text.utf8.startIndex, offsetBy: offset)
        for scalar in text.unicodeScalars[..<end] { walk.take(scalar) }
        return YAMLMarks.Mark(line: walk.mark.line, column: 1)
    }
}

/// How many bytes a text would have at most with every alias expanded.
private struct Expansion {
    var size = 0
    private var added = 0
    private var begins: [[UInt8]: Int] = [:]

    /// The maximum number of bytes that aliases may add.
    private static let limit = 1 << 20

    /// Counts an anchor or an alias; true if aliases have added too much.
    mutating func take(_ indicator: UInt8, name: [UInt8]) -> Bool {
        if indicator == UInt8(ascii: "&") {
            if begins[name] == nil { begins[name] = size }
        } else if let begin = begins[name] {
            added += size - begin
            size += size - begin
        }
        return added > Expansion.limit
    }
}
