import Digest
import Foundation
import TestSupport
import Testing

@Suite("Read models are the same", .serialized)
struct DeterminismTests {
    private let record = MadeUpRecord(cases: 6, happenings: 5)

    @Test("kept as events come and made anew, by any number of workers")
    func workers() async throws {
        try await Desk.use { desk in
            try await desk.record(record)
            let kept = try await desk.readModels()
            // Nothing in this record is due, and everything can be read.
            #expect(
                kept.filter { $0.value.rows == 0 }.map(\.key).sorted() == ["due", "unreadable"])
            for workers in ["1", "2", "4"] {
                #expect(try await desk.rebuilt("--workers", workers) == kept, "\(workers) workers")
                #expect(try await desk.readModels() == kept, "\(workers) workers")
            }
            #expect(try await desk.rebuilt("--check") == kept)
        }
    }

    @Test("recorded in pieces or at once: their rows too")
    func pieces() async throws {
        try await Desk.use { whole in
            try await whole.record(record)
            try await Desk.use { pieces in
                try pieces.write(record.text, to: "made-up.jsonl")
                try await pieces.done("import", "made-up.jsonl", "--batch", "7")
                #expect(try await pieces.readModels() == whole.readModels())
                for table in ["case_state", "timeline_entry", "register", "search_text"] {
                    let query = "SELECT row_to_json(t)::text FROM WS.\(table) t ORDER BY 1"
                    #expect(try await pieces.texts(query) == whole.texts(query), "\(table)")
                }
                try await single(pieces, whole)
            }
        }
    }

    /// An event by itself is kept like many.
    private func single(_ left: Desk, _ right: Desk) async throws {
        for desk in [left, right] {
            try await desk.done(
                "add-event", "case-1", "threat.made", "--key", "late", "--occurred", "2031-11",
                "--summary", "A late threat.", "--actor", "company-1", "--no-source", "analyst",
                "--set", "threatened=more")
        }
        #expect(try await left.readModels() == right.readModels())
        #expect(try await left.rebuilt() == right.readModels())
    }

    @Test("whatever language and time zone the program is told")
    func places() async throws {
        try await Desk.use { desk in
            try await desk.record(record)
            let kept = try await desk.readModels()
            for locale in ["C", "tr_TR.UTF-8"] {
                for zone in ["UTC", "Asia/Kathmandu"] {
                    var elsewhere = desk
                    elsewhere.program.environment["LC_ALL"] = locale
                    elsewhere.program.environment["TZ"] = zone
                    elsewhere.program.environment["PGTZ"] = zone
                    let comment: Comment = "\(locale), \(zone)"
                    #expect(try await elsewhere.rebuilt() == kept, comment)
                    #expect(try await elsewhere.readModels() == kept, comment)
                    #expect(try await elsewhere.run("rebuild", "--check").exitCode == 0, comment)
                }
            }
        }
    }

    @Test(
        "whatever the C library does in Turkish",
        .enabled(
            if: Machine.hasTurkish,
            "the locale tr_TR.UTF-8 is not installed here: the C library stays with C"))
    func turkish() async throws {
        try await Desk.use { desk in
            try await desk.record(record)
            let kept = try await desk.readModels()
            var elsewhere = desk
            elsewhere.program.environment["LC_ALL"] = "tr_TR.UTF-8"
            #expect(try await elsewhere.rebuilt("--workers", "1") == kept)
        }
    }

    @Test("as the digest is described: of a small case, from rows written out by hand")
    func byHand() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.readModels()
            // Only the case has participants and names others, so there is one stream.
            let participants = """
                ["case/acme-seizure",7,"actor","nl-economy-ministry"]
                ["case/acme-seizure",7,"target","acme"]
                ["case/acme-seizure",8,"actor","nl-economy-ministry"]
                ["case/acme-seizure",8,"target","acme"]

                """
            let mentions = """
                ["case/acme-seizure","actor/acme"]
                ["case/acme-seizure","actor/nl-economy-minister"]
                ["case/acme-seizure","actor/nl-economy-ministry"]
                ["case/acme-seizure","source/gazette-2031-04-02"]
                ["case/acme-seizure","source/letter-2031-04-10"]

                """
            #expect(told["participants"] == ToldReadModel(rows: 4, digest: digest([participants])))
            #expect(told["mentions"] == ToldReadModel(rows: 5, digest: digest([mentions])))
            #expect(
                told["registers"] == ToldReadModel(rows: 5, digest: digest(Self.registers)))
        }
    }

    /// A stream each, in the order of their bytes.
    private static let registers = [
        """
        ["actor/acme","Acme Semiconductors",false,{"also":["Acme Semi"],"country":"NL",\
        "name":"Acme Semiconductors","type":"company"},"NL",null,null]

        """,
        """
        ["actor/nl-economy-minister","Minister of Economic Affairs",false,{"country":"NL",\
        "name":"Minister of Economic Affairs","type":"person"},"NL",null,null]

        """,
        """
        ["actor/nl-economy-ministry","Ministry of Economic Affairs",false,{"country":"NL",\
        "name":"Ministry of Economic Affairs","type":"agency"},"NL",null,null]

        """,
        """
        ["source/gazette-2031-04-02","Order 31/14",false,{"grade":"A1","published":"2031-04-02",\
        "publisher":"State Gazette","title":"Order 31/14"},null,22371,22371]

        """,
        """
        ["source/letter-2031-04-10","Letter to parliament",false,{"published":"2031-04-10",\
        "publisher":null,"title":"Letter to parliament"},null,22379,22379]

        """,
    ]

    private func digest(_ streams: [String]) -> String {
        SHA256.digest(streams.flatMap { SHA256.digest(Array($0.utf8)) })
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// What this machine has.
enum Machine {
    /// Whether the C library knows Turkish.
    static let hasTurkish = localeNames.contains("tr_TR.utf8")

    /// The folder of the server's programs, with those that dump and restore; nil where it has
    /// none of those.
    static let serverPrograms: String? = {
        let named = ProcessInfo.processInfo.environment["CASES_TEST_PGBIN"] ?? "/usr/bin"
        // Where only some of the programs are linked to, the others lie beside what is linked.
        let real = URL(fileURLWithPath: named + "/postgres").resolvingSymlinksInPath()
        return [named, real.deletingLastPathComponent().path].first { folder in
            ["pg_dump", "psql"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
            }
        }
    }()

    private static var localeNames: [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/locale")
        process.arguments = ["-a"]
        let output = Pipe()
        process.standardOutput = output
        guard (try? process.run()) != nil else { return [] }
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").map(String.init)
    }
}
