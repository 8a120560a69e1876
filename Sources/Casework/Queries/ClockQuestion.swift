package import CaseModel
import Foundation

/// The clocks of a query as people write them, on a command line or in an address.
///
/// A clock that is not written does not restrict the answer, not even to today.
package struct ClockQuestion: Hashable, Sendable {
    /// What was true then: a date (EDTF), or `today`.
    package let asOf: String?
    /// What the sources published by then say: a date (EDTF), or `today`.
    package let publishedBy: String?
    /// What this record said then: a position, a time in UTC, a day, or `today`.
    package let knownAt: String?

    /// Creates a question; an empty text asks nothing.
    package init(asOf: String? = nil, publishedBy: String? = nil, knownAt: String? = nil) {
        self.asOf = asOf.flatMap { $0.isEmpty ? nil : $0 }
        self.publishedBy = publishedBy.flatMap { $0.isEmpty ? nil : $0 }
        self.knownAt = knownAt.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether the same question asks for something else tomorrow.
    package var dependsOnToday: Bool { [asOf, publishedBy, knownAt].contains(Day.todayWord) }
}

extension CaseReader {
    /// A snapshot of the record under the clocks that were asked for.
    ///
    /// - Throws: An error for a clock that cannot be read.
    package func seen(by question: ClockQuestion) async throws -> CaseReader {
        try await seen(
            asOf: try question.asOf.map { try EDTFDate(onClock: $0) },
            publishedBy: try question.publishedBy.map { try EDTFDate(onClock: $0) },
            knownAt: try question.knownAt.map { try KnownAt(onClock: $0) })
    }
}

extension EDTFDate {
    /// Parses a date that was asked for.
    package init(asked text: String) throws(CaseworkError) {
        do {
            self = try EDTFDate(text)
        } catch {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a date: \(error.message)", hint: error.hint)
        }
    }

    /// Parses a date for a clock; `today` is the current day in UTC.
    package init(onClock text: String) throws(CaseworkError) {
        try self.init(asked: text == Day.todayWord ? Day.today : text)
    }
}

extension KnownAt {
    /// Parses a position or an instant of transaction time; `today` is the end of the current day in
    /// UTC.
    package init(onClock text: String) throws(CaseworkError) {
        guard let knownAt = KnownAt(text == Day.todayWord ? Day.today : text) else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is neither a position nor a time",
                hint: "write a position, 4121, a time in UTC, 2031-04-02T09:30:00Z, or a day")
        }
        self = knownAt
    }
}

extension Day {
    /// The word for the current day.
    package static let todayWord = "today"

    /// The current day in UTC.
    package static var today: String {
        Day(daysSince1970: Int64(time(nil)) / 86_400)?.text ?? todayWord
    }
}
