import Foundation
import TestSupport
import Testing

@Suite("Copies in a bucket", .serialized)
struct BucketTests {
    /// Lends `body` a desk with the quoted case whose copies go into a bucket.
    private func withBucket(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.withQuotes { desk in
            try desk.write(ObjectStore.script, to: "store.py")
            let server = try desk.program.start(shell: "exec python3 store.py place")
            defer { server.kill() }
            while !FileManager.default.fileExists(atPath: desk.path(of: "place")) {
                let errors = try server.errorsSoFar()
                try #require(!server.hasEnded, Comment(rawValue: errors))
                await Task.yield()
            }
            var own = desk
            own.program.environment.merge([
                "CASES_COPIES": "s3://evidence/copies/2031", "AWS_ACCESS_KEY_ID": "AK",
                "AWS_SECRET_ACCESS_KEY": "SK\"\\", "AWS_REGION": "eu-west-9",
                "AWS_ENDPOINT_URL": try desk.text(of: "place").trimmingCharacters(in: .newlines),
            ]) { $1 }
            try await body(own)
        }
    }

    @Test("are stored and checked as in a folder, by requests that are signed")
    func stored() async throws {
        try await withBucket { desk in
            let added = try await desk.done("source", "add", "order.pdf", "--as", "order")
            #expect(added.errors.contains("stored as s3://evidence/copies/2031/"))
            let again = try await desk.done("source", "add", "order.pdf", "--as", "order")
            #expect(again.errors.contains("stored already: s3://evidence/copies/2031/"))
            let told = try JSON(try await desk.run("source", "verify", "order", "--json").stdout)
            let order = told["sources"].elements[0]
            #expect(order["state"] == "whole" && order["pages"] == 2)
            #expect(
                order["quotes"].elements.map { $0["state"] } == ["found", "elsewhere", "nearly"])
            let copy = try await desk.copy(of: "order.pdf")
            #expect(!FileManager.default.fileExists(atPath: copy))

            _ = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done("report", "acme", "--bundle", "bundle")
            #expect(try desk.text(of: "bundle/sources/\(copy.suffix(64))") == QuotedCase.order)
        }
    }

    @Test("that are not there, and credentials that are missing or wrong, are told")
    func refused() async throws {
        try await withBucket { desk in
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            let elsewhere = try await desk.run(
                "source", "verify", "order", "--copies", "s3://evidence/other", "--json")
            #expect(elsewhere.exitCode == 1)
            #expect(try JSON(elsewhere.stdout)["sources"].elements[0]["state"] == "missing")

            var thief = desk
            thief.program.environment["AWS_SECRET_ACCESS_KEY"] = "guessed"
            let refused = try await thief.run("source", "add", "post.html", "--as", "post")
            #expect(refused.exitCode == 77)
            #expect(refused.errors.contains("s3://evidence/copies/2031 refuses the credentials"))
            #expect(!refused.errors.contains("guessed"))
            thief.program.environment["AWS_SECRET_ACCESS_KEY"] = nil
            #expect(try await thief.run("source", "verify").exitCode == 64)
            let name = try await desk.run("source", "verify", "--copies", "s3://a b/c")
            #expect(name.exitCode == 64)
            #expect(try await desk.head() == 7)
        }
    }
}
