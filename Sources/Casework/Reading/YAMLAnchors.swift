import CaseModel
import Yams

/// Anchors and aliases are refused: a value is written where it stands.
///
/// An alias repeats a whole tree, so that a short file can stand for more values than memory has.
enum YAMLAnchors {
    /// Where aliases might make more of a text than it is, the place of the first that does.
    ///
    /// It reads no YAML and so counts a little more than there is, in texts too; what it lets pass
    /// can be composed in memory, and is then refused by its anchors, place by place.
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

/// How many bytes a text would have with every alias written out, at most.
private struct Expansion {
    var size = 0
    private var added = 0
    private var begins: [[UInt8]: Int] = [:]

    /// Bytes that aliases may add.
    private static let limit = 1 << 20

    /// Takes an anchor or an alias; true where aliases have added too much.
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
