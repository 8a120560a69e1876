import CaseModel
import EventLog
import Postgres
import Testing

@Suite("Stored bytes")
struct StoredBytesTests {
    @Test("the leaf is SHA-256 of 0x00 and the eight lines of the header")
    func leaf() async throws {
        try await Scratch.use { scratch in
            let id = try #require(EventID("bd5459e0-2ac7-5abf-bc6d-c979097c67d9"))
            _ = try await scratch.log.append([.make(), .make()], by: "anna")
            _ = try await scratch.log.append([.make(id, key: "seizure")], by: "änna o'neill")
            for event in try await scratch.log.events(in: .at("acme-seizure")) {
                let body = try #require(event.body)
                let salt = try #require(event.salt)
                #expect(try await scratch.sha256(salt + body) == event.digest)
                #expect(try await scratch.sha256([0] + header(event)) == event.leaf)
            }
            let last = try #require(try await scratch.log.event(id))
            let lines = String(decoding: header(last), as: UTF8.self)
                .split(separator: "\n", omittingEmptySubsequences: false)
            #expect(
                lines.prefix(5) == [
                    "cases.event/1", "stream: case/acme-seizure", "version: 3",
                    "id: bd5459e0-2ac7-5abf-bc6d-c979097c67d9", "type: control.taken",
                ])
            #expect(lines[6] == "recorded-by: postgres/änna o'neill")
            #expect(lines.count == 9 && lines[8].isEmpty)
        }
    }

    @Test("the header's time is in UTC with six digits, whatever the session's settings")
    func time() async throws {
        try await Scratch.use { scratch in
            let headers = try await scratch.connection.query(
                """
                SELECT set_config('TimeZone', 'Asia/Kathmandu', false),
                    set_config('DateStyle', 'German', false),
                    \(identifier: scratch.workspace.name).header(
                        'case/acme-seizure', 1, 'bd5459e0-2ac7-5abf-bc6d-c979097c67d9',
                        'control.taken', timestamptz '2031-04-02T11:30:00+02', 'writer/anna',
                        decode(repeat('ab', 32), 'hex'))
                """
            ) { row in
                _ = (try row.next(String.self), try row.next(String.self))
                return try row.next(String.self)
            }
            #expect(
                headers[0] == """
                    cases.event/1
                    stream: case/acme-seizure
                    version: 1
                    id: bd5459e0-2ac7-5abf-bc6d-c979097c67d9
                    type: control.taken
                    recorded-at: 2031-04-02T09:30:00.000000Z
                    recorded-by: writer/anna
                    body: \(String(repeating: "ab", count: 32))

                    """)
        }
    }

    @Test("a body is kept byte for byte, and each event has a salt of its own")
    func body() async throws {
        try await Scratch.use { scratch in
            let text = #"{"summary":"é é 😀 \\ \" / ‮ zwei  "}"#
            let stream = StreamName.at("bytes")
            let events = (0..<2).map { _ in
                NewEvent(id: .random(), stream: stream, type: "note.added", body: Array(text.utf8))
            }
            _ = try await scratch.log.append([events[0]], by: "anna")
            _ = try await scratch.log.append(events, by: "anna")
            let stored = try await scratch.log.events(in: stream)
            #expect(stored.map(\.body) == [Array(text.utf8), Array(text.utf8)])
            #expect(stored[0].salt?.count == 16 && stored[0].salt != stored[1].salt)
            #expect(stored[0].digest != stored[1].digest)
            #expect(stored.map(\.language) == [1, 1])
        }
    }

    /// The header, line by line, as contract and standard say.
    private func header(_ event: StoredEvent) -> [UInt8] {
        let digits = event.digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        let lines = [
            "cases.event/1", "stream: \(event.stream)", "version: \(event.version)",
            "id: \(event.id.text)", "type: \(event.type)",
            "recorded-at: \(utc(event.recordedAt))", "recorded-by: \(event.recordedBy)",
            "body: \(digits.joined())",
        ]
        return lines.flatMap { Array($0.utf8) + [0x0a] }
    }
}

/// RFC 3339 with six digits, by the civil calendar counted by hand: good for 2000 to 2099.
private func utc(_ instant: Instant) -> String {
    let (days, rest) = instant.microseconds.quotientAndRemainder(dividingBy: 86_400_000_000)
    var (year, day) = (Int64(1970), days)
    func length(_ year: Int64) -> Int64 { year % 4 == 0 ? 366 : 365 }
    while day >= length(year) { (year, day) = (year + 1, day - length(year)) }
    var month = 0
    let months: [Int64] = [31, length(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while day >= months[month] { (month, day) = (month + 1, day - months[month]) }
    let (seconds, micros) = rest.quotientAndRemainder(dividingBy: 1_000_000)
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { pad($0, 2) }
    let date = [pad(year, 4), pad(Int64(month) + 1, 2), pad(day + 1, 2)]
    return "\(date.joined(separator: "-"))T\(clock.joined(separator: ":")).\(pad(micros, 6))Z"
}

private func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: width - digits.count) + digits
}

extension Scratch {
    fileprivate func sha256(_ bytes: [UInt8]) async throws -> [UInt8] {
        try await connection.query("SELECT sha256(\(bytes))") {
            row in try row.next([UInt8].self)
        }[0]
    }
}
