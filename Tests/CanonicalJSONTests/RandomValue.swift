import CanonicalJSON
import RandomSupport

extension JSONValue {
    /// Some value that a document may hold, at most `depth` containers deep.
    static func random(depth: Int, using generator: inout SplitMix) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 10 : 5), using: &generator) {
        case 0: .null
        case 1: .bool(Bool.random(using: &generator))
        case 2: .integer(randomInteger(using: &generator))
        case 3, 4: .string(randomText(using: &generator))
        case 5, 6: .array(randomArray(depth: depth - 1, using: &generator))
        default: .object(randomObject(depth: depth - 1, using: &generator))
        }
    }

    static func randomObject(depth: Int, using generator: inout SplitMix) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
            object[randomText(using: &generator)] = random(depth: depth, using: &generator)
        }
        return object
    }

    private static func randomArray(depth: Int, using generator: inout SplitMix) -> [JSONValue] {
        var elements: [JSONValue] = []
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            elements.append(random(depth: depth, using: &generator))
        }
        return elements
    }

    private static func randomInteger(using generator: inout SplitMix) -> Int64 {
        let greatest: Int64 = 9_007_199_254_740_991
        return Bool.random(using: &generator)
            ? Int64.random(in: -greatest...greatest, using: &generator)
            : [0, 1, -1, greatest, -greatest].randomElement(using: &generator) ?? 0
    }

    private static let fragments = [
        "", "a", "B", "7", "key", "\u{e9}", "e\u{301}", "\u{20ac}", "\u{d7ff}", "\u{e000}",
        "\u{fb33}", "\u{ffff}", "\u{10000}", "\u{1f600}", "\u{10ffff}", "\"", "\\", "/", "\t",
        "\n", "\u{a0}", "\u{2028}", "\u{feff}", "\\u0061", "{", "]", ",", ":", " ",
    ]

    private static func randomText(using generator: inout SplitMix) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            text += fragments.randomElement(using: &generator) ?? ""
        }
        return text
    }
}
