import Foundation
import TestSupport
import Testing

@Suite("Copies in a bundle", .serialized)
struct BundledCopyTests {
    /// Makes a bundle of the quoted case with two copies, and answers the key that signed it.
    private func makeBundle(_ desk: Desk, _ options: String...) async throws -> String {
        let key = try await desk.newKey()
        try await desk.done("source", "add", "order.pdf", "--as", "order")
        try await desk.done("source", "add", "post.html", "--as", "post")
        try await desk.done("log", "sign", "--key", "log.key")
        try await desk.done(["report", "acme", "--bundle", "bundle"] + options)
        return "\(key)"
    }

    /// What both verifiers say; they must agree.
    private func verified(_ desk: Desk, by key: String) async throws -> [String] {
        let python = try await desk.program.run(shell: "python3 bundle/verify.py '\(key)'")
        let own = try await desk.run("verify", "--bundle", "bundle", "--signed-by", key)
        #expect(python.output == own.output && python.exitCode == own.exitCode)
        return own.lines
    }

    @Test("are those that its events name, byte for byte")
    func whole() async throws {
        try await Desk.withQuotes { desk in
            let key = try await makeBundle(desk)
            for file in ["order.pdf", "post.html"] {
                let name = try await desk.copy(of: file).suffix(64)
                #expect(try desk.text(of: "bundle/sources/\(name)") == desk.text(of: file))
            }
            #expect(
                try await verified(desk, by: key).first
                    == "8 events of the log example.org/cases verified")
        }
    }

    @Test("that were changed, added, exchanged or linked are refused, whatever SHA256SUMS says")
    func damaged() async throws {
        try await Desk.withQuotes { desk in
            let key = try await makeBundle(desk)
            let order = "sources/\(try await desk.copy(of: "order.pdf").suffix(64))"
            let post = "sources/\(try await desk.copy(of: "post.html").suffix(64))"
            let own = "sources/\(try await desk.copy(of: "quoted.yaml").suffix(64))"
            let damages: [(how: String, what: [String])] = [
                ("echo x >> \(order)", ["\(order): has another digest than its name"]),
                ("cp ../quoted.yaml \(own)", ["\(own): no event names it"]),
                (
                    "mv \(order) t; mv \(post) \(order); mv t \(post)",
                    [order, post].sorted().map { "\($0): has another digest than its name" }
                ),
                (
                    "ln -sf ../../order.pdf \(order)",
                    ["\(order): is a link; it may lead to a file outside"]
                ),
                (
                    "cp ../post.html sources/page.html",
                    ["sources/page.html: has another digest than its name"]
                ),
            ]
            let sums =
                "find * -type f -o -type l | grep -v SHA256SUMS | xargs sha256sum > SHA256SUMS"
            for (how, what) in damages {
                _ = try await desk.program.run(
                    shell: "cp -r bundle kept && cd bundle && \(how) && \(sums)")
                #expect(try await verified(desk, by: key) == what, "\(how)")
                _ = try await desk.program.run(shell: "rm -r bundle && mv kept bundle")
            }
            _ = try await desk.program.run(shell: "rm bundle/\(order)")
            #expect(try await verified(desk, by: key) == ["\(order): is missing"])
        }
    }

    @Test("that are not there are told, and so is what the checkpoint does not cover")
    func missing() async throws {
        try await Desk.withQuotes { desk in
            _ = try await desk.newKey()
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done("close", "acme", "--outcome", "Over.")
            let copy = try await desk.copy(of: "order.pdf")
            try FileManager.default.removeItem(atPath: copy)
            let made = try await desk.done("report", "acme", "--bundle", "bundle")
            #expect(
                made.errors.contains("the bundle lacks the copy \(copy.suffix(64)), which is not"))
            #expect(made.errors.contains("1 newer event is left out"))
            try Data("other".utf8).write(to: URL(fileURLWithPath: copy))
            let damaged = try await desk.run("report", "acme", "--bundle", "another")
            #expect(damaged.exitCode == 66)
            #expect(damaged.errors.contains("is not the copy that was stored"))
        }
    }
}
