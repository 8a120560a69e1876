import CanonicalJSON
import CaseModel
import Testing

@testable import Casework

@Suite("Pieces of an import are those that were checked")
struct PieceDigestsTests {
    private func drafts(_ texts: [String]) throws -> [Draft] {
        let slug = try #require(Slug("a"))
        let type = try #require(EventType.named("note.added"))
        return try texts.enumerated().map { index, text in
            try Draft(
                stream: StreamName(.case, slug), type: type, id: nil,
                json: ["key": .string("k\(index)"), "data": ["text": .string(text)]])
        }
    }

    /// Whether the second reading is that of the first, piece by piece, and as a whole.
    private func match(
        _ first: [String], _ second: [String], size: Int
    ) throws -> (pieces: [Bool], all: Bool) {
        var digests = PieceDigests(size: size)
        for draft in try drafts(first) { digests.take(draft) }
        digests = digests.closed
        var pieces = Pieces(size: size)
        var found: [Bool] = []
        for draft in try drafts(second) {
            if let piece = pieces.add((draft, .commandLine)) { found.append(digests.match(piece)) }
        }
        if let rest = pieces.rest { found.append(digests.match(rest)) }
        return (found, digests.areAllMatched)
    }

    @Test("where nothing changed, and a piece that changed, grew or is missing is found out")
    func changes() throws {
        let same = try match(["a", "b", "c"], ["a", "b", "c"], size: 2)
        #expect(same.pieces == [true, true])
        #expect(same.all)
        #expect(try match(["a", "b", "c"], ["a", "x", "c"], size: 2).pieces == [false, true])
        let grown = try match(["a", "b", "c"], ["a", "b", "c", "d"], size: 2)
        #expect(grown.pieces == [true, false])
        #expect(try match(["a", "b"], ["a", "b", "c"], size: 2).pieces == [true, false])
        let truncated = try match(["a", "b", "c"], ["a", "b"], size: 2)
        #expect(truncated.pieces == [true])
        #expect(!truncated.all)
        #expect(try match(["a", "b", "c"], ["a"], size: 2).pieces == [false])
        #expect(try match(["a"], [], size: 2).all == false)
    }
}
