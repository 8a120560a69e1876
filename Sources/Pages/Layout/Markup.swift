import CaseModel

/// HTML or SVG that is written by code: what stands in the literal is markup, what is put in is text.
///
/// A text cannot become markup by mistake, as each is escaped when it is put in.
struct Markup: ExpressibleByStringInterpolation {
    /// The markup so far.
    private(set) var text: String

    init(stringLiteral value: String) { text = value }

    init(stringInterpolation: Parts) { text = stringInterpolation.text }

    /// Appends more.
    static func += (markup: inout Markup, more: Markup) { markup.text += more.text }

    /// The parts of a literal and what is put in between them.
    struct Parts: StringInterpolationProtocol {
        fileprivate var text = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + 32 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { text += literal }

        /// Puts a text in.
        mutating func appendInterpolation(_ more: String) { text += MarkupText().escapeText(more) }

        /// Puts a number in.
        mutating func appendInterpolation(_ number: Int64) { text += String(number) }

        /// Puts markup in.
        mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
    }
}

extension Place {
    /// A link.
    func markup(_ other: SitePath, _ text: String) -> Markup {
        "<a href=\"\(link(to: other))\">\(text)</a>"
    }

    /// A link to an event.
    func markup(_ event: EventReference) -> Markup {
        markup(.event(event), event.description)
    }
}
