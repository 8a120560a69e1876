import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Search in databases of different locales")
struct SearchLocaleTests {
    /// Names and texts in which locales differ: capitals, accents, scripts and punctuation.
    private static let file = """
        sources:
          wire: {title: “Wafer” – Nachrichten, publisher: 公報, published: 2031-04-09}
        actors:
          cn-ministry: {name: Ministry of Commerce, type: agency, country: CN, also: [商务部, MOFCOM]}
          tr-firm: {name: IŞIK İLETİŞİM, type: company, country: TR, also: [Straße AG]}
        case: chips
        title: 芯片
        events:
          - key: ban
            type: action.taken
            occurred: 2031-04-09
            summary: 宣布对安世半导体实施出口管制。
            actors: [{role: actor, actor: cn-ministry}]
            claims: [{source: wire, quote: called it “wafer” today}]
            data: {what: "公告 ECCN 3A090 and 5A992.c, HS 8541.10.00"}
          - key: note
            type: action.taken
            occurred: 2031-04-10
            summary: ΟΔΟΣ ΠΡΟΣ МОСКВА; Sa\u{303}o Paulo, ﬁne, ｶﾞｽ.
            actors: [{role: actor, actor: tr-firm}]
            claims: [{source: wire, printed: "STRASSE; the wafer’s edge"}]
            data: {what: it’s a no-wafer day}

        """

    private static let queries = [
        "出口管制", "半导体", "商务部", "\"Ministry of Commerce\"", "mofcom", "wafer", "iletişim", "ILETISIM",
        "ışık", "straße", "STRASSE", "οδος", "москва", "São", "sao paulo", "fine", "ガス", "3A09",
        "5A992.c", "8541.1", "wafer -今", "出口 or paulo", "w*", "-wafer", "公報", "\"wafer day\"",
    ]

    @Test("gives the same answers, whole, and those of the log by a clock")
    func same() async throws {
        let locales = [
            "LOCALE 'C'", "LOCALE 'C.UTF-8'", "LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'tr-TR'",
        ]
        var answers: [[String]] = []
        for (index, locale) in locales.enumerated() {
            answers.append(try await self.answers(in: locale, index))
        }
        #expect(answers[1] == answers[0])
        #expect(answers[2] == answers[0])
        #expect(answers[0].contains { $0.contains("«出口管制»") })
    }

    private func answers(in locale: String, _ index: Int) async throws -> [String] {
        try await SearchLocaleTests.withDatabase(of: locale) { address in
            try await Desk.withFolder { folder in
                let program = Program(
                    environment: [
                        "CASES_DB": address, "CASES_WORKSPACE": "cases", "CASES_BY": "tester",
                        "HOME": folder.path, "XDG_DATA_HOME": folder.path,
                    ], folder: folder)
                let desk = Desk(
                    database: TestDatabase(address: address), workspace: "cases", folder: folder,
                    program: program)
                try await desk.done("db", "migrate")
                try desk.write(SearchLocaleTests.file, to: "chips.yaml")
                try await desk.done("import", "chips.yaml")
                return try await SearchLocaleTests.answers(at: desk)
            }
        }
    }

    /// The answers to all queries; each is compared with that of the log by a clock.
    private static func answers(at desk: Desk) async throws -> [String] {
        var answers: [String] = []
        for query in queries {
            let kept = try await desk.done("search", "--json", "--", query).output
            let folded = try await desk.done(
                "search", "--json", "--known-at", "\(try await desk.head())", "--", query)
            #expect(hits(folded.output) == hits(kept), "\(query)")
            answers.append(kept)
        }
        return answers
    }

    /// The answer from its hits on: before them it says by which clock it was given.
    private static func hits(_ answer: String) -> Substring {
        answer.range(of: "\"hits\"").map { answer[$0.lowerBound...] } ?? ""
    }

    private static func withDatabase<Result: Sendable>(
        of locale: String, _ body: (String) async throws -> Result
    ) async throws -> Result {
        let server = try TestDatabase.current()
        let name = "search" + String(UInt64.random(in: .min ... .max), radix: 36)
        try await server.withConnection { connection in
            try await connection.run(
                script: "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' \(locale)")
        }
        do {
            let result = try await body(
                server.address.replacing("/postgres?", with: "/\(name)?"))
            try await drop(name, server)
            return result
        } catch {
            try? await drop(name, server)
            throw error
        }
    }

    private static func drop(_ name: String, _ server: TestDatabase) async throws {
        try await server.withConnection { connection in
            try await connection.run(script: "DROP DATABASE \(name) WITH (FORCE)")
        }
    }
}
