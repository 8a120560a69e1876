/// The lines of a file, read block by block, without blank lines.
struct LineReader {
    /// A line without its terminator, and its number from 1.
    struct Line {
        let number: Int
        let bytes: [UInt8]
    }

    private let input: OpenedInput
    private var buffer: [UInt8]
    private var start = 0
    private var number = 0
    private var isAtEnd = false

    /// Creates a reader for an open input.
    init(_ input: OpenedInput) {
        self.input = input
        buffer = input.first
    }

    /// The next line that is not blank; nil at the end.
    mutating func next() throws(CaseworkError) -> Line? {
        while let bytes = try nextBytes() {
            number += 1
            if bytes.contains(where: { !LineReader.blanks.contains($0) }) {
                return Line(number: number, bytes: bytes)
            }
        }
        return nil
    }

    private static let blanks = Set(" \t\r".utf8)

    private mutating func nextBytes() throws(CaseworkError) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            try fill(&searched)
        }
    }

    private mutating func fill(_ searched: inout Int) throws(CaseworkError) {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        guard buffer.count <= EventLine.maximumBytes else {
            let hint = "one event a line, each at most \(EventLine.maximumBytes) bytes"
            throw CaseworkError(
                .unreadable, "\(input.file.name), line \(number + 1) is too long", hint: hint)
        }
        let block = try input.block()
        buffer += block
        isAtEnd = block.isEmpty
    }
}
