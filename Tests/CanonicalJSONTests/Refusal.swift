import CanonicalJSON
import Testing

/// A document that is refused: where, counted by hand, and why.
struct Refusal: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let offset: Int
    let line: Int
    let column: Int
    let reason: JSONFault.Reason

    var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }

    /// A fault at `offset`; line and column follow from it where all before it is one ASCII line.
    init(
        _ bytes: [UInt8], _ offset: Int, _ reason: JSONFault.Reason,
        line: Int = 1, column: Int? = nil
    ) {
        self.bytes = bytes
        self.offset = offset
        self.line = line
        self.column = column ?? offset + 1
        self.reason = reason
    }

    init(
        _ text: String, _ offset: Int, _ reason: JSONFault.Reason,
        line: Int = 1, column: Int? = nil
    ) {
        self.init(Array(text.utf8), offset, reason, line: line, column: column)
    }

    func check(bounds: JSONBounds = .event, sourceLocation: SourceLocation = #_sourceLocation) {
        let fault = #expect(throws: JSONFault.self, sourceLocation: sourceLocation) {
            try JSONValue(reading: bytes, bounds: bounds)
        }
        #expect(fault?.reason == reason, sourceLocation: sourceLocation)
        #expect(fault?.location.offset == offset, sourceLocation: sourceLocation)
        #expect(fault?.location.line == line, sourceLocation: sourceLocation)
        #expect(fault?.location.column == column, sourceLocation: sourceLocation)
    }
}
