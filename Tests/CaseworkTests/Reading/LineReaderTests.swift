import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("The lines of a file")
struct LineReaderTests {
    /// The lines that a file of these bytes has, with their numbers.
    private func lines(_ bytes: [UInt8]) async throws -> [(Int, [UInt8])] {
        try await Desk.withFolder { folder in
            let file = folder.appendingPathComponent("a.jsonl")
            try Data(bytes).write(to: file)
            let input = try OpenedInput(try #require(InputFile.expand([file.path]).first))
            var reader = LineReader(input)
            var lines: [(Int, [UInt8])] = []
            while let line = try reader.next() { lines.append((line.number, line.bytes)) }
            return lines
        }
    }

    private func texts(_ text: String) async throws -> [String] {
        try await lines(Array(text.utf8)).map { "\($0):" + String(decoding: $1, as: UTF8.self) }
    }

    @Test("are numbered as an editor does, blank ones counted and left out")
    func numbers() async throws {
        #expect(try await texts("") == [])
        #expect(try await texts("\n \n\t\n") == [])
        #expect(try await texts("a\n\nb\n") == ["1:a", "3:b"])
        #expect(try await texts("a\nb") == ["1:a", "2:b"])
        #expect(try await texts("\n\n a \r\n\r\nb\r\n") == ["3: a \r", "5:b\r"])
    }

    @Test("come out whole wherever the blocks end in which they are read")
    func blocks() async throws {
        // Lines of lengths that share no divisor with the block's 2^20 bytes, five blocks of them.
        var expected: [[UInt8]] = []
        var bytes: [UInt8] = []
        while bytes.count < 5 << 20 {
            let length = 1 + expected.count * 7919 % 300_007
            let line = [UInt8](repeating: UInt8(97 + expected.count % 26), count: length)
            expected.append(line)
            bytes += line + [10]
        }
        let read = try await lines(bytes)
        #expect(read.map(\.0) == (1...expected.count).map { $0 })
        #expect(read.map(\.1) == expected)
    }

    @Test("are refused where one has no end in sight, before memory is full")
    func endless() async throws {
        let bytes = Array("{}\n".utf8) + [UInt8](repeating: 120, count: 3 << 20)
        let error = await #expect(throws: CaseworkError.self) { _ = try await lines(bytes) }
        #expect(error?.code == .unreadable)
        #expect(error?.message.hasSuffix("a.jsonl, line 2 is too long") == true)
        #expect(error?.hint == "one event a line, each at most 1048576 bytes")
    }
}
