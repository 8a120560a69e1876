import CaseModel

/// A date on a line of time, no sharper than it is known.
///
/// A day is a mark; days of which one is meant are a hollow bar between caps; a span is a solid bar;
/// an end that is not known is an arrow. The shape tells them apart, not the colour.
struct Strip {
    /// The shape of a date.
    enum Shape: String {
        case day, window, span
    }

    let shape: Shape
    /// Where it begins on the line, and where it ends.
    let from: Int64
    let to: Int64
    let isOpenBefore: Bool
    let isOpenAfter: Bool

    /// The least width at which a mark can be seen.
    private static let least: Int64 = 6

    init(_ date: EDTFDate, on scale: TimeScale) {
        (isOpenBefore, isOpenAfter) = (date.earliest == nil, date.latest == nil)
        let begin = date.earliest.map { scale.place(of: $0) } ?? 0
        let end = date.latest.map { scale.place(of: $0, atEnd: true) } ?? TimeScale.length
        from = min(begin, TimeScale.length - Strip.least)
        to = max(end, from + Strip.least)
        let isOneDay = date.earliest != nil && date.earliest == date.latest
        shape = date.kind == .span ? .span : isOneDay ? .day : .window
    }

    /// The drawing, with words for those who do not see it.
    func markup(label: String) -> Markup {
        """
        <svg class="strip" viewBox="0 0 1000 20" preserveAspectRatio="none" role="img" \
        aria-label="\(label)">
        <path class="axis" d="M0 10H1000"/>
        \(bar)\(isOpenBefore ? Strip.arrowBefore : "")\(isOpenAfter ? Strip.arrowAfter : "")</svg>

        """
    }

    private var bar: Markup {
        guard shape == .window else {
            return """
                <rect class="\(shape.rawValue)" x="\(from)" y="4" width="\(to - from)" height="12"/>

                """
        }
        return """
            <path class="window" d="M\(from) 4V16M\(to) 4V16M\(from) 6H\(to)M\(from) 14H\(to)"/>

            """
    }

    private static let arrowBefore: Markup = "<path class=\"open\" d=\"M20 3L0 10L20 17\"/>\n"
    private static let arrowAfter: Markup = "<path class=\"open\" d=\"M980 3L1000 10L980 17\"/>\n"
}
