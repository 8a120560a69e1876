import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("A file that changes between the two readings of an import", .serialized)
struct ChangedFileTests {
    private static let case_ =
        #"{"stream":"case/a","key":"opened","type":"case.opened","data":{"title":"A"}}"# + "\n"

    private func notes(_ keys: Range<Int>) -> String {
        keys.map {
            #"{"stream":"case/a","key":"n\#($0)","type":"note.added","data":{"text":"T"}}"# + "\n"
        }.joined()
    }

    /// What an import in pieces of two says where the second file becomes another one as soon as the
    /// first piece is recorded: it is read again only then.
    private func error(becoming text: String, at desk: Desk) async throws -> CaseworkError? {
        try desk.write(ChangedFileTests.case_ + notes(0..<1), to: "a.jsonl")
        try desk.write(notes(1..<5), to: "b.jsonl")
        let files = try InputFile.expand([desk.path(of: "a.jsonl"), desk.path(of: "b.jsonl")])
        let record = try await desk.opened()
        do {
            _ = try await record.recorder.importBatches(
                files, of: 2, by: "tester", progress: .silent,
                folding: .silent
            ) { _ in _ = try? desk.write(text, to: "b.jsonl") }
            return nil
        } catch let error as CaseworkError {
            return error
        }
    }

    @Test("is noticed, and nothing is recorded that was not checked")
    func changed() async throws {
        for (text, count) in [
            (notes(1..<4), 4), (notes(1..<7), 6), (notes(11..<15), 2), ("", 2), ("no JSON\n", 2),
            (notes(1..<3) + #"{"stream":"case/a"}"# + "\n", 4),
        ] as [(String, Int64)] {
            try await Desk.use { desk in
                let error = try await error(becoming: text, at: desk)
                #expect(error?.code == .tryAgain, "\(text)")
                #expect(
                    error?.message
                        == "\(desk.path(of: "b.jsonl")) changed between its two readings; "
                        + "\(count) events were recorded before it stopped")
                #expect(try await desk.head() == count, "\(text)")
            }
        }
    }

    @Test("is no other file where it was only touched")
    func touched() async throws {
        try await Desk.use { desk in
            let error = try await error(becoming: notes(1..<5), at: desk)
            #expect(error == nil)
            #expect(try await desk.head() == 6)
        }
    }
}
