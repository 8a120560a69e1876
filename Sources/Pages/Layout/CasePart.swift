import CaseModel

/// Which events of a case a page shows.
///
/// A page with all events of a case of tens of thousands has tens of megabytes, which browsers take
/// minutes for.
enum CasePart: Hashable {
    /// All of them.
    case all
    /// The last ones, as many as one page has.
    case last
    /// Those of a part, whose number is from 1.
    case number(Int)

    /// How many events a page has at most.
    static let size = 1_000

    /// How many parts a case of some events has.
    static func count(of events: Int) -> Int { (events + size - 1) / size }

    /// The places of its events among all, from 0; empty if it has none of them.
    func range(of count: Int) -> Range<Int> {
        switch self {
        case .all: 0..<count
        case .last: max(0, count - CasePart.size)..<count
        case .number(let number):
            min(count, (number - 1) * CasePart.size)..<min(count, number * CasePart.size)
        }
    }
}

extension Place {
    /// Which events of its case the page shows; all, if it is no page of a case.
    var part: CasePart {
        switch path {
        case .part(_, let number): .number(number)
        case .stream(let stream) where stream.kind == .case && setting != .report: .last
        default: .all
        }
    }
}

extension SitePath {
    /// The case of a page of a case or of a part of one; nil for other pages.
    var caseSlug: Slug? {
        switch self {
        case .stream(let stream) where stream.kind == .case: stream.slug
        case .part(let slug, _): slug
        default: nil
        }
    }
}
