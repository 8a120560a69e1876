package import CanonicalJSON
package import CaseModel
import Projections

/// `cases.copies/1`: whether the stored copies of sources are whole, and whether quoted passages
/// stand in them.
package struct CopiesAnswer: Sendable {
    /// Each source that has a copy or is quoted, in the order of their names.
    package let sources: [Copy]
    /// The last position that was read.
    package let knownAt: Int64

    /// Whether every copy is whole and every passage that could be looked up is where it is said to
    /// be.
    package var holds: Bool {
        sources.allSatisfy { copy in
            !copy.state.isFault && copy.quotes.allSatisfy { !$0.state.isFault }
        }
    }

    /// The copy of one source.
    package struct Copy: Sendable {
        /// The source.
        package let source: SourceSlug
        /// The digest that the source names.
        package let sha256: SHA256Text?
        /// What was found in the folder of copies.
        package let state: State
        /// The format; nil if there is no copy that is whole.
        package let format: CopyFormat?
        /// How many pages it has; nil if it has no pages.
        package let pages: Int?
        /// The passages that claims quote from the source.
        package let quotes: [Quote]
    }

    /// The state of a copy.
    package enum State: String, Sendable {
        /// It is the file that the source names, and its text can be read.
        case whole
        /// It is the file that the source names; its text cannot be read here.
        case unreadable
        /// The source names no copy.
        case none
        /// The source names a copy, which is not in the folder.
        case missing
        /// The file in the folder has another digest.
        case damaged

        /// Whether the copy is not as it should be.
        package var isFault: Bool { self == .missing || self == .damaged }
    }

    /// A passage that a claim quotes.
    package struct Quote: Sendable {
        /// The event whose claim it is.
        package let event: EventReference
        /// The claim.
        package let claim: Claim
        /// What was found.
        package let state: QuoteState
        /// The page where the passage, or what is like it, begins; nil if the copy has no pages.
        package let page: Int?
        /// The similar words that stand in the copy; nil if there are none or they are the same.
        package let words: String?
        /// The words before and after a passage that stands elsewhere; nil for every other one.
        package let around: Surroundings?
    }

    /// What stands before and after a passage.
    package struct Surroundings: Hashable, Sendable {
        /// The words before it.
        package let before: String
        /// The words after it.
        package let after: String
    }

    /// What was found of a passage.
    package enum QuoteState: String, CaseIterable, Sendable {
        case found, elsewhere, nearly, absent, unchecked

        /// Whether the passage was looked up and is not where it is said to be.
        package var isFault: Bool { self != .found && self != .unchecked }
    }
}

extension CopiesAnswer: Answer {
    /// The answer as JSON, as documented.
    package var json: JSONValue {
        [
            "schema": "cases.copies/1", "ok": .bool(holds), "known_at": .integer(knownAt),
            "sources": .array(sources.map(\.json)),
        ]
    }
}

extension CopiesAnswer.Copy {
    /// The copy and its quotes as JSON.
    package var json: JSONValue {
        [
            "source": .string(source.slug.text), "sha256": .optional(sha256?.text),
            "state": .string(state.rawValue), "format": .optional(format?.rawValue),
            "pages": pages.map { .integer(Int64($0)) } ?? .null,
            "quotes": .array(quotes.map(\.json)),
        ]
    }
}

extension CopiesAnswer.Quote {
    fileprivate var json: JSONValue {
        var members: JSONObject = [
            "event": .string("\(event)"), "quote": .optional(claim.quote),
            "state": .string(state.rawValue),
        ]
        members["at"] = claim.at.map(JSONValue.string)
        members["span"] = claim.span?.json
        members["page"] = page.map { .integer(Int64($0)) }
        members["words"] = words.map(JSONValue.string)
        members["before"] = (around?.before).map(JSONValue.string)
        members["after"] = (around?.after).map(JSONValue.string)
        return .object(members)
    }
}
