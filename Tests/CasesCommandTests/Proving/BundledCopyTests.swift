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
                try await verified(desk, by: key) == [
                    "8 events of the log example.org/cases verified",
                    "checkpoint of size 8, signed by \(key)",
                    "copies of sources: 2 of 2 that events name",
                ])
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
            try desk.write("\(try await desk.newKey())", to: "key.txt")
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done("close", "acme", "--outcome", "Over.")
            let copy = try await desk.copy(of: "order.pdf")
            try FileManager.default.removeItem(atPath: copy)
            let made = try await desk.done("report", "acme", "--bundle", "bundle")
            #expect(made.errors.contains("1 copy of sources that events name, not in "))
            let key = try desk.text(of: "key.txt")
            #expect(
                try await verified(desk, by: key).last
                    == "copies of sources: 0 of 1 that events name")
            #expect(made.errors.contains("1 newer event is left out"))
            try Data("other".utf8).write(to: URL(fileURLWithPath: copy))
            let damaged = try await desk.run("report", "acme", "--bundle", "another")
            #expect(damaged.exitCode == 1)
            #expect(damaged.errors.contains("is not the copy that was stored"))
        }
    }
}
