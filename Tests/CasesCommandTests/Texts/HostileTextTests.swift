import TestSupport
import Testing

@Suite("Texts that mean no good", .serialized)
struct HostileTextTests {
    private static let readings: [[String]] = [
        ["list"], ["show", "bad"], ["timeline"], ["timeline", "bad", "--all"], ["chain", "bad"],
        ["chain", "bad/role"], ["show", "bad/taken"], ["show", "bad/role"], ["show", "bad/owner"],
        ["show", "bad/measure"], ["show", "bad/said"], ["show", "bad/note"],
        ["show", "bad/opened"],
        ["show", "actor/bad/registered"], ["show", "source/bad/captured"], ["verify"], ["doctor"],
        ["conflicts"], ["conflicts", "bad"], ["search", "bad"],
        ["sources"],
        ["sources", "bad"], ["source", "verify"], ["why", "bad", "title"],
        ["why", "bad", "role.role"],
        ["why", "bad", "controls.bad.taken.scope"], ["why", "bad", "note"], ["why", "bad", "said"],
        ["why", "bad", "roles"], ["diff", "bad", "--from", "1", "--to", "9"],
    ]

    /// Lends `body` a desk with such texts wherever texts may stand.
    private func withHostile(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.use { desk in
            try desk.write(Hostile.lines(), to: "bad.jsonl")
            try await desk.done("import", "bad.jsonl")
            try await body(desk)
        }
    }

    @Test("never reach a terminal as they are, from any reading command, as table or Markdown")
    func readings() async throws {
        try await withHostile { desk in
            for reading in HostileTextTests.readings {
                let formats = reading[0] == "chain" ? ["tree"] : ["table", "md"]
                for format in formats {
                    let told = try await desk.done(reading + ["--format", format])
                    #expect(Hostile.characters(in: told.output) == [], "\(reading) \(format)")
                    #expect(Hostile.characters(in: told.errors) == [], "\(reading) \(format)")
                }
            }
        }
    }

    @Test("come through JSON as they were recorded, and through an export byte for byte")
    func exact() async throws {
        try await withHostile { desk in
            #expect(
                try await desk.json("show", "bad")["title"].string.map(bytes) == bytes(Hostile.text)
            )
            let entries = try await desk.json("timeline")["entries"].elements
            #expect(entries.count == 5)
            for entry in entries {
                #expect(entry["summary"].string.map(bytes) == bytes(Hostile.text))
            }
            let events = try await desk.events()
            let export = try await desk.done("export", "--format", "jsonl")
            try await Desk.use { other in
                _ = try await other.program.run(["import", "-"], input: export.stdout)
                #expect(try await other.events() == events)
            }
        }
    }

    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("keep the columns of a sheet: no cell is a formula, none ends early")
    func sheets() async throws {
        try await withHostile { desk in
            let told = try await desk.done("timeline", "--format", "csv")
            let rows = try records(ofCSV: told.output)
            #expect(rows.count == 6)
            #expect(Set(rows.map(\.count)) == [11])
            for row in rows.dropFirst() { #expect(bytes(row[3]) == bytes("'" + Hostile.text)) }
            let markdown = try await desk.done("timeline", "--format", "md").lines
            #expect(markdown.count == 7)
            for line in markdown { #expect(bars(in: line) == 12, "\(line)") }
        }
    }

    @Test("are text in Markdown: no address becomes a link, nothing is struck out or a formula")
    func markdown() async throws {
        try await Desk.use { desk in
            let title = "https://a.example www.b.example c@d.example ~~e~~ $f$ <b>"
            try await desk.done("open", "bare", "--title", title)
            let rows = try await desk.done("list", "--format", "md").lines
            #expect(
                rows.contains {
                    $0.contains(
                        #"https\://a.example www\.b.example c<!-- -->@d.example \~\~e\~\~ \$f\$ \<b\>"#
                    )
                }, "\(rows)")
        }
    }

    /// The rows of a sheet by RFC 4180, read byte by byte.
    private func records(ofCSV text: String) throws -> [[String]] {
        var rows: [[[UInt8]]] = [[[]]]
        var isQuoted = false
        for byte in text.utf8.dropLast() {
            let column = rows[rows.count - 1].count - 1
            switch byte {
            case UInt8(ascii: "\""):
                // The second of two quotes inside a quoted cell is one of the text.
                isQuoted.toggle()
                rows[rows.count - 1][column].append(byte)
            case UInt8(ascii: ",") where !isQuoted: rows[rows.count - 1].append([])
            case UInt8(ascii: "\n") where !isQuoted: rows.append([[]])
            default: rows[rows.count - 1][column].append(byte)
            }
        }
        return rows.map { $0.map(unquoted) }
    }

    private func unquoted(_ cell: [UInt8]) -> String {
        let quote = UInt8(ascii: "\"")
        guard cell.first == quote else { return String(decoding: cell, as: UTF8.self) }
        var text: [UInt8] = []
        var isSecond = false
        for byte in cell.dropFirst().dropLast() {
            isSecond = byte == quote && !isSecond
            if !isSecond { text.append(byte) }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// How many bars of a line divide cells: those that no backslash stands before.
    private func bars(in line: String) -> Int {
        let scalars = Array(line.unicodeScalars)
        var count = 0
        var index = 0
        while index < scalars.count {
            if scalars[index] == "|" { count += 1 }
            index += scalars[index] == "\\" ? 2 : 1
        }
        return count
    }

    @Test("are quoted in messages as what they are, and refused where they are names")
    func messages() async throws {
        let evil = "a\u{1b}[31m\u{202e}\u{9b}\u{200b}b"
        try await Desk.use { desk in
            try desk.write("", to: evil + ".txt")
            for command in [
                ["show", evil], ["timeline", evil], ["timeline", "--actor", evil],
                ["timeline", "--type", evil], ["timeline", "--during", evil], ["chain", evil],
                ["why", "a", evil], ["why", evil, "title"], ["sources", evil],
                ["diff", "a", "--from", evil, "--to", "1"],
                ["types", evil], ["export", evil, "--format", "jsonl"],
                ["export", "--format", evil],
                ["import", evil], ["import", evil + ".txt"], ["open", evil, "--title", "A"],
                ["add-actor", "a", "--name", "A", "--type", evil], ["--" + evil], [evil],
                ["add-event", evil, evil], ["list", "--db", evil], ["list", "--workspace", evil],
                ["open", "a", "--title", "A", "--by", evil], ["completion", evil],
                ["add-event", "a", "action.taken", "--id", evil],
                ["add-event", "a", "action.taken", "--set", evil],
                ["add-event", "a", "action.taken", "--set", evil + "=1"],
                ["add-event", "a", "action.taken", "--data", evil],
                ["add-event", "a", "action.taken", "--role", evil],
                ["add-event", "a", "action.taken", "--basis", evil],
            ] {
                let told = try await desk.program.run(command)
                #expect(told.exitCode != 0, "\(command)")
                #expect(!told.errors.isEmpty, "\(command)")
                #expect(Hostile.characters(in: told.errors) == [], "\(command)")
                #expect(Hostile.characters(in: told.output) == [], "\(command)")
            }
            #expect(try await desk.head() == 0)
        }
    }
}
