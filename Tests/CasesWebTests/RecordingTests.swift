import Foundation
import TestSupport
import Testing

/// What programs record by the API, and what is refused.
@Suite struct RecordingTests {
    private static let note =
        #"{"stream":"case/acme","type":"note.added","data":{"text":"Read the ruling."}}"#
    private static let id = "01890c24-905b-7122-b170-b60814e6ee06"

    /// Lends a server over an open case, and a token for each scope.
    private func serving(
        _ body:
            @Sendable (Desk, WebClient, _ append: [String: String], _ import: [String: String])
            async throws -> Void
    ) async throws {
        try await Desk.use { desk in
            try await desk.done("open", "acme", "--title", "Acme")
            let append = try await desk.token("desk-bot", scope: "append")
            let importing = try await desk.token("loader", scope: "import")
            try await desk.serving { web in
                try await body(
                    desk, web,
                    ["Authorization": "Bearer \(append)", "Content-Type": "application/json"],
                    ["Authorization": "Bearer \(importing)", "Content-Type": "application/jsonl"])
            }
        }
    }

    @Test func `an event is recorded once, under the name of the token`() async throws {
        try await serving { desk, web, append, _ in
            let path = "/api/v1/events/\(Self.id)"
            let created = try await web.ask(path, method: "PUT", append, body: Self.note)
            #expect(created.status == 201)
            let place = try JSON(created.body)
            #expect(place["schema"] == "cases.append/1" && place["head"] == 2)
            #expect(place["recorded"].elements[0]["replayed"] == false)
            #expect(place["recorded"].elements[0]["id"] == .init(stringLiteral: Self.id))
            let again = try await web.ask(path, method: "PUT", append, body: Self.note)
            #expect(again.status == 200)
            #expect(try JSON(again.body)["recorded"].elements[0]["replayed"] == true)
            let other = Self.note.replacing("ruling", with: "appeal")
            let conflict = try await web.ask(path, method: "PUT", append, body: other)
            #expect(conflict.status == 409)
            #expect(try JSON(conflict.body)["code"] == "id_conflict")
            let shown = try await web.ask(path)
            #expect(try JSON(shown.body)["recorded_by"].string?.hasSuffix("/desk-bot") == true)
            #expect(try await desk.done("verify").exitCode == 0)
        }
    }

    @Test func `an event has its key in the address, and a version that it expects`() async throws {
        try await serving { _, web, append, _ in
            let body = Self.note.replacing("\"type\"", with: "\"key\":\"ruling\",\"type\"")
            let path = "/api/v1/cases/acme/events/ruling"
            let early = try await web.ask(
                path, method: "PUT", append.merging(["If-Match": "\"7\""]) { $1 }, body: body)
            #expect(early.status == 412)
            #expect(try JSON(early.body)["code"] == "version_conflict")
            #expect(
                try JSON(early.body)["detail"]
                    == "case/acme is at version 1, not 7")
            let created = try await web.ask(
                path, method: "PUT", append.merging(["If-Match": "\"1\""]) { $1 }, body: body)
            #expect(created.status == 201)
            #expect(try JSON(created.body)["recorded"].elements[0]["version"] == 2)
            // A duplicate is one at any version, so that a request can be sent again.
            let again = try await web.ask(
                path, method: "PUT", append.merging(["If-Match": "\"1\""]) { $1 }, body: body)
            #expect(again.status == 200)
        }
    }

    @Test func `a fault is told at its line and column, and nothing is recorded`() async throws {
        try await serving { desk, web, append, importing in
            let body =
                "{\n  \"stream\": \"case/acme\",\n  \"type\": \"note.added\",\n  \"colour\": 1\n}"
            let one = try await web.ask(
                "/api/v1/events/\(Self.id)", method: "PUT", append, body: body)
            #expect(one.status == 422)
            let faults = try JSON(one.body)["faults"].elements
            #expect(faults.contains { $0["line"] == 4 && $0["column"] == 13 }, "\(one.text)")
            let lines = [
                Self.note.replacing("{\"stream", with: "{\"key\":\"one\",\"stream"), "", "x",
            ]
            let many = try await web.ask(
                "/api/v1/imports", method: "POST", importing, body: lines.joined(separator: "\n"))
            #expect(many.status == 400)
            #expect(try JSON(many.body)["faults"].elements[0]["line"] == 3)
            #expect(
                try await desk.done("export", "--format", "jsonl").output.split(separator: "\n")
                    .count == 1)
        }
    }

    @Test func `lines are recorded all or nothing`() async throws {
        try await serving { desk, web, _, importing in
            let lines = (1...50).map {
                Self.note.replacing("{\"stream", with: "{\"key\":\"n\($0)\",\"stream")
            }.joined(separator: "\n")
            let path = "/api/v1/imports"
            let created = try await web.ask(path, method: "POST", importing, body: lines)
            #expect(created.status == 201)
            #expect(try JSON(created.body)["recorded"].elements.count == 50)
            let again = try await web.ask(path, method: "POST", importing, body: lines + "\n")
            #expect(again.status == 200)
            let wrong =
                lines.replacing("n1\"", with: "m1\"")
                + "\n" + Self.note.replacing("case/acme", with: "actor/none")
            let refused = try await web.ask(path, method: "POST", importing, body: wrong)
            #expect((400..<500).contains(refused.status))
            #expect(
                try await desk.done("export", "--format", "jsonl").output.split(separator: "\n")
                    .count == 51)
            // What was exported is taken as it is, and recognised.
            let log = try await desk.done("export", "--format", "jsonl").output
            let exported = try await web.ask(path, method: "POST", importing, body: log)
            #expect(exported.status == 200)
        }
    }

    @Test func `no event begins a case that is not open`() async throws {
        try await serving { _, web, append, _ in
            let body = Self.note.replacing("case/acme", with: "case/acmee")
            let answer = try await web.ask(
                "/api/v1/events/\(Self.id)", method: "PUT", append, body: body)
            #expect(answer.status == 404)
            #expect(try JSON(answer.body)["detail"] == "there is no case \"acmee\"")
        }
    }

    @Test func `without a token, or with one for something else, nothing is taken`() async throws {
        try await serving { desk, web, append, importing in
            let path = "/api/v1/events/\(Self.id)"
            for header in ["", "Bearer", "Bearer cases_0", "Basic YTpi", "Bearer a b"] {
                let answer = try await web.ask(
                    path, method: "PUT", append.merging(["Authorization": header]) { $1 },
                    body: Self.note)
                #expect(answer.status == 401, "\(header)")
                #expect(answer.fields["www-authenticate"]?.hasPrefix("Bearer realm=") == true)
            }
            let lines = try await web.ask(
                "/api/v1/imports", method: "POST",
                append.merging(["Content-Type": "application/jsonl"]) { $1 }, body: Self.note)
            #expect(lines.status == 403)
            let one = try await web.ask(
                path, method: "PUT",
                importing.merging(["Content-Type": "application/json"]) { $1 }, body: Self.note)
            #expect(one.status == 403)
            try await desk.done("token", "revoke", "desk-bot")
            let revoked = try await web.ask(path, method: "PUT", append, body: Self.note)
            #expect(revoked.status == 401)
            let expired = try await desk.token("older", scope: "append", until: "2020-01-01")
            let late = try await web.ask(
                path, method: "PUT", append.merging(["Authorization": "Bearer \(expired)"]) { $1 },
                body: Self.note)
            #expect(late.status == 401)
            #expect(
                try await desk.done("export", "--format", "jsonl").output.split(separator: "\n")
                    .count == 1)
        }
    }

    @Test func `what is not sent as it must be is refused`() async throws {
        try await serving { _, web, append, _ in
            let path = "/api/v1/events/\(Self.id)"
            let asked: [(String, String, [String: String], Int)] = [
                (path, "PUT", ["Content-Type": "text/plain"], 415),
                (path, "PUT", ["Content-Encoding": "gzip"], 415),
                (path, "PUT", ["If-None-Match": "*"], 400), (path, "PUT", ["If-Match": "7"], 400),
                (path, "PUT", ["If-Match": "*"], 400),
                (path + "?x=1", "PUT", [:], 400), (path, "POST", [:], 405),
                (path, "DELETE", [:], 405), ("/api/v1/imports", "PUT", [:], 405),
                ("/api/v1/cases/acme", "PUT", [:], 405), ("/", "PUT", [:], 405),
                ("/api/v1/events/\(Self.id)", "PUT", ["Origin": "https://evil.example"], 201),
            ]
            for (path, method, fields, status) in asked {
                let answer = try await web.ask(
                    path, method: method, append.merging(fields) { $1 }, body: Self.note)
                #expect(answer.status == status, "\(method) \(path) \(fields)")
                #expect(answer.fields["access-control-allow-origin"] == nil)
            }
            let get = try await web.ask("/api/v1/imports")
            #expect(get.status == 405 && get.fields["allow"] == "POST")
            let long = String(repeating: " ", count: 1 << 20) + Self.note
            let tooLong = try await web.ask(path, method: "PUT", append, body: long)
            #expect(tooLong.status == 413)
            let other = try await web.ask(
                "/api/v1/cases/acme/events/other", method: "PUT", append,
                body: Self.note.replacing("{\"stream", with: "{\"key\":\"ruling\",\"stream"))
            #expect(other.status == 422)
        }
    }

    @Test func `many programs at once leave one log in order`() async throws {
        try await serving { desk, web, append, _ in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...24 {
                    group.addTask {
                        let body = Self.note.replacing(
                            "{\"stream", with: "{\"key\":\"n\(number)\",\"stream")
                        return try await web.ask(
                            "/api/v1/cases/acme/events/n\(number)", method: "PUT", append,
                            body: body
                        ).status
                    }
                }
                for try await status in group { #expect(status == 201) }
            }
            #expect(
                try await desk.done("export", "--format", "jsonl").output.split(separator: "\n")
                    .count == 25)
            #expect(try await desk.done("verify").exitCode == 0)
        }
    }
}

extension Desk {
    /// Makes a token and answers its secret.
    func token(_ name: String, scope: String, until: String? = nil) async throws -> String {
        let command =
            ["token", "new", name, "--scope", scope] + (until.map { ["--until", $0] } ?? [])
        return try await done(command).output.trimmingCharacters(in: .newlines)
    }
}
