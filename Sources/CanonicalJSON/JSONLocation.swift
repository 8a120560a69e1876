/// A place in the bytes of a document.
public struct JSONLocation: Sendable, Hashable {
    /// Bytes before it.
    public let offset: Int
    /// The line it is in, counted from 1; a line ends with LF.
    public let line: Int
    /// Its place in the line, counted from 1 in Unicode scalars.
    public let column: Int

    init(offset: Int, line: Int, column: Int) {
        (self.offset, self.line, self.column) = (offset, line, column)
    }

    /// The place of the byte at `offset`, where a character of `bytes` begins or they end.
    init(offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<offset]
        let lineFeed = UInt8(ascii: "\n")
        let lineStart = before.lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
        self.offset = offset
        line = 1 + before.count { $0 == lineFeed }
        column = 1 + before[lineStart...].count { !UTF8.isContinuation($0) }
    }
}
