import Foundation
import TestSupport
import Testing

@Suite("A log that was restored from a backup")
struct RestoredLogTests {
    private static let shorter =
        "the log was restored or rewritten: it ended at event 8 when it was last read here, and now "
        + "ends at 7; recorded events may be lost; if this was intended: cases db forget\n"
    private static let other =
        "the log was restored or rewritten: its event 8 is not the one that was last read here; "
        + "recorded events may be lost; if this was intended: cases db forget\n"

    /// Takes the log back to what it was before the seizure, with read models of that.
    private func restore(_ desk: Desk) async throws {
        try await desk.cutTail()
        try await desk.done("rebuild", "--quiet")
    }

    @Test("is told by every command until that is known, and nothing is told of one that grew")
    func told() async throws {
        try await Desk.withAcme { desk in
            #expect(try await desk.done("list").errors == "")
            try await desk.done("add-actor", "bolt", "--name", "Bolt", "--type", "company")
            #expect(try await desk.done("list").errors == "")
        }
        try await Desk.withAcme { desk in
            try await restore(desk)
            for command in [["list"], ["verify"], ["timeline"], ["search", "Acme"]] {
                #expect(try await desk.done(command).errors == Self.shorter, "\(command)")
            }
            // Another event in the place of the one that is lost.
            let adding = try await desk.done(
                "add-actor", "bolt", "--name", "Bolt", "--type", "company")
            #expect(adding.errors == Self.shorter)
            #expect(try await desk.done("list").errors == Self.other)
            #expect(try await desk.done("list", "--quiet").errors == "")
            let examined = try await desk.run("doctor")
            #expect(examined.exitCode == 1)
            #expect(
                examined.output.contains(
                    "BAD log seen before: its event 8 is not the one that was last read here"))
            #expect(try await desk.done("db", "forget").output == "forgotten\n")
            #expect(try await desk.done("list").errors == "")
            // The test took the trigger away that refuses what it did.
            try await desk.done("db", "migrate")
            #expect(try await desk.run("doctor").exitCode == 0)
        }
    }

    @Test("is told of the address where it was seen, and remembered for the user alone")
    func memory() async throws {
        try await Desk.withAcme { desk in
            try await restore(desk)
            var stranger = desk
            stranger.program.environment["XDG_STATE_HOME"] = desk.path(of: "other")
            #expect(try await stranger.done("list").errors == "")
            #expect(try await stranger.done("db", "forget").output == "forgotten\n")
            #expect(try await stranger.done("db", "forget").output == "nothing was remembered\n")
            let folder = desk.folder.appendingPathComponent(".local/state/cases")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(files.count == 1)
            let mode = try FileManager.default.attributesOfItem(atPath: folder.path)
            #expect(mode[.posixPermissions] as? Int == 0o700)
            let line = try String(
                contentsOf: folder.appendingPathComponent(files[0]), encoding: .utf8)
            #expect(line.hasPrefix("8 ") && line.utf8.count == 67)
        }
    }

    @Test("is not looked for where nothing can be remembered, and commands go on")
    func unwritable() async throws {
        try await Desk.withAcme { desk in
            try desk.write("no folder", to: "file")
            var other = desk
            other.program.environment["XDG_STATE_HOME"] = desk.path(of: "file")
            #expect(try await other.done("list").errors == "")
            let told = try await other.done("list", "--verbose").errors
            #expect(told.contains("where the log ends cannot be noted down"))
        }
    }
}
