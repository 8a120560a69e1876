import Foundation
import TestSupport
import Testing

@Suite("Copies of sources", .serialized)
struct SourceCopyTests {
    @Test("are stored under their digest, and the source is corrected to name it, once")
    func add() async throws {
        try await Desk.withQuotes { desk in
            let copy = try await desk.copy(of: "order.pdf")
            let digest = String(copy.suffix(64))
            let asked = try await desk.done(
                "source", "add", "order.pdf", "--as", "order", "--dry-run")
            #expect(asked.output.contains("\"data.sha256\":\"\(digest)\""))
            #expect(!FileManager.default.fileExists(atPath: copy))

            let added = try await desk.done("source", "add", "order.pdf", "--as", "order")
            #expect(added.output.hasPrefix("recorded 7  source/order#2\n"))
            #expect(added.errors.contains("stored as \(copy)"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == Data(QuotedCase.order.utf8))
            let source = try await desk.json("sources", "order")["sources"].elements[0]
            #expect(source["sha256"].string == digest)

            let again = try await desk.done("source", "add", "order.pdf", "--as", "order")
            #expect(again.errors.contains("stored already: \(copy)"))
            #expect(try await desk.head() == 7)
        }
    }

    @Test("verify tells of each quote whether it is found, and where, in text and in JSON")
    func verify() async throws {
        try await Desk.withQuotes { desk in
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            try await desk.done("source", "add", "post.html", "--as", "post")
            let told = try await desk.run("source", "verify")
            #expect(told.exitCode == 1)
            #expect(
                told.output == """
                    letter no copy is stored
                      acme/seizure: not checked
                        “I was never asked”
                    order PDF, 2 pages, whole
                      acme/seizure: found on page 1
                        “The Minister orders the seizure of Acme”
                      acme/seizure: on page 2, but not where its span says
                        “A director is appointed”
                        between “…er orders the seizure of Acme.” and “.…”
                      acme/seizure: only nearly there on page 1
                        “The Minister ordered the seizure of Acme”
                        the copy has: “The Minister orders the seizure of Acme”
                    post HTML, whole
                      acme/seizure: found
                        “lamps and chips”
                      acme/seizure: absent
                        “The ministry denied nothing at all”

                    2 copies whole; quotes: 2 found, 1 elsewhere, 1 only nearly there, 1 absent, 1
                    not checked

                    """)
            let json = try JSON(try await desk.run("source", "verify", "order", "--json").stdout)
            #expect(json["schema"] == "cases.copies/1" && json["ok"] == false)
            let order = json["sources"].elements
            #expect(order.map { $0["source"] } == ["order"])
            #expect(order[0]["pages"] == 2 && order[0]["state"] == "whole")
            let quotes = order[0]["quotes"].elements
            #expect(quotes.map { $0["state"] } == ["found", "elsewhere", "nearly"])
            #expect(quotes.map { $0["page"] } == [1, 2, 1])
            #expect(quotes[0]["at"] == "article 1" && quotes[0]["span"]["page"] == 1)
            #expect(quotes[2]["words"] == "The Minister orders the seizure of Acme")
        }
    }

    @Test("a quote that was corrected, and one of a retracted event, is no fault any more")
    func mended() async throws {
        try await Desk.withQuotes { desk in
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            #expect(try await desk.run("source", "verify", "order").exitCode == 1)
            try await desk.done(
                "correct", "acme/seizure", "--set",
                "claims=[{\"source\":\"order\",\"quote\":\"A director … appointed\"}]",
                "--reason", "misreading", "--no-source", "A test.")
            #expect(try await desk.run("source", "verify", "order").exitCode == 0)
            try await desk.done(
                "correct", "acme/seizure", "--set",
                "claims=[{\"source\":\"order\",\"quote\":\"Twelve lamps were exported\"}]",
                "--reason", "misreading", "--no-source", "A test.")
            #expect(try await desk.run("source", "verify", "order").exitCode == 1)
            try await desk.done("retract", "acme/seizure", "--reason", "wrong")
            #expect(try await desk.run("source", "verify", "order").exitCode == 0)
        }
    }

    @Test("that are damaged or missing are told; storing the file again mends them")
    func damaged() async throws {
        try await Desk.withQuotes { desk in
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            let copy = try await desk.copy(of: "order.pdf")
            func state() async throws -> [JSON] {
                let told = try await desk.run("source", "verify", "order", "--json")
                #expect(told.exitCode == 1)
                let order = try JSON(told.stdout)["sources"].elements[0]
                return [order["state"]] + order["quotes"].elements.map { $0["state"] }
            }
            try Data("%PDF-1.4 other".utf8).write(to: URL(fileURLWithPath: copy))
            #expect(try await state() == ["damaged", "unchecked", "unchecked", "unchecked"])
            try FileManager.default.removeItem(atPath: copy)
            #expect(try await state() == ["missing", "unchecked", "unchecked", "unchecked"])
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            #expect(try await state() == ["whole", "found", "elsewhere", "nearly"])
        }
    }

    @Test("a second copy of a source, an unknown source and a file of another kind are refused")
    func refused() async throws {
        try await Desk.withQuotes { desk in
            try await desk.done("source", "add", "order.pdf", "--as", "order")
            let second = try await desk.run("source", "add", "post.html", "--as", "order")
            #expect(second.exitCode == 65)
            #expect(second.errors.contains("order has another copy"))
            let copy = try await desk.copy(of: "post.html")
            #expect(!FileManager.default.fileExists(atPath: copy))
            #expect(
                try await desk.run("source", "add", "post.html", "--as", "nothing").exitCode == 4)
            #expect(try await desk.run("source", "verify", "nothing").exitCode == 4)
            try desk.write("PK\u{3}\u{4}\u{0}", to: "order.docx")
            let other = try await desk.run("source", "add", "order.docx", "--as", "post")
            #expect(other.exitCode == 66 && other.errors.contains("neither PDF, HTML nor text"))
            try desk.write("", to: "empty.txt")
            let empty = try await desk.run("source", "add", "empty.txt", "--as", "post")
            #expect(empty.exitCode == 66 && empty.errors.contains("empty.txt is empty"))
            _ = try await desk.program.run(shell: "mkfifo pipe")
            #expect(try await desk.run("source", "add", "pipe", "--as", "post").exitCode == 66)
            #expect(try await desk.run("source", "add", "none.txt", "--as", "post").exitCode == 66)
            #expect(try await desk.head() == 7)
        }
    }

    @Test("a scan is stored, and its quotes are not checked")
    func scan() async throws {
        try await Desk.withQuotes { desk in
            try desk.write(MadePDF(pages: [[]]).text, to: "scan.pdf")
            let added = try await desk.done("source", "add", "scan.pdf", "--as", "letter")
            #expect(added.errors.contains("no text can be read from it"))
            let told = try await desk.done("source", "verify", "letter")
            #expect(
                told.output == """
                    letter PDF, whole, but its text cannot be read
                      acme/seizure: not checked
                        “I was never asked”

                    1 copy whole; quotes: 1 not checked

                    """)
        }
    }

    @Test("pages in another encoding are read as they say; without a word on it, they are not read")
    func encodings() async throws {
        try await Desk.withQuotes { desk in
            for (name, source, head) in [
                ("declared", "letter", "<meta charset=\"windows-1252\">"), ("silent", "post", ""),
            ] {
                // “I was never asked, café.”, with é as Windows-1252 writes it.
                var page = Array("<!doctype html><html>\(head)<p>I was never asked, caf".utf8)
                page += [0xe9] + Array(".</p></html>".utf8)
                try Data(page).write(to: URL(fileURLWithPath: desk.path(of: "\(name).html")))
                try await desk.done("source", "add", "\(name).html", "--as", source)
            }
            try await desk.done(
                "correct", "acme/seizure", "--set",
                "claims=[{\"source\":\"letter\",\"quote\":\"asked, café\"}]",
                "--reason", "misreading", "--no-source", "A test.")
            let told = try await desk.json("source", "verify")["sources"].elements
            #expect(told.map { $0["state"] } == ["whole", "unreadable"])
            #expect(told[0]["quotes"].elements.map { $0["state"] } == ["found"])
        }
    }

    @Test("without the program that reads them nothing is said of quotes, but what to install")
    func missingProgram() async throws {
        try await Desk.withQuotes { desk in
            try await desk.done("source", "add", "post.html", "--as", "post")
            // A PATH with nothing but `timeout`.
            _ = try await desk.program.run(shell: "mkdir bin && ln -s $(command -v timeout) bin/")
            var poor = desk
            poor.program.environment["PATH"] = desk.path(of: "bin")
            let told = try await poor.run("source", "verify", "post")
            #expect(told.exitCode == 66)
            #expect(
                told.errors == """
                    cases: w3m, which reads the text of a copy, is not installed
                           apt-get install w3m

                    """)
        }
    }

    @Test("are in the folder of --copies, else in that of CASES_COPIES")
    func folders() async throws {
        try await Desk.withQuotes { desk in
            try desk.write("I was never asked.", to: "letter.txt")
            let name = String(try await desk.copy(of: "letter.txt").suffix(64))
            var other = desk
            other.program.environment["CASES_COPIES"] = "there"
            try await other.done(
                "source", "add", "letter.txt", "--as", "letter", "--copies", "here")
            #expect(try desk.text(of: "here/\(name)") == "I was never asked.")
            #expect(try await other.run("source", "verify", "letter").exitCode == 1)
            try await other.done("source", "add", "letter.txt", "--as", "letter")
            #expect(try desk.text(of: "there/\(name)") == "I was never asked.")
            #expect(try await other.run("source", "verify", "letter").exitCode == 0)
            #expect(try await desk.run("source", "verify", "letter").exitCode == 1)
        }
    }
}
