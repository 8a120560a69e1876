/// Lines under headings, each as deep as it belongs.
package struct Outline: Sendable {
    /// A line of text.
    package struct Line: Sendable {
        /// The text.
        package let text: String
        /// How deep it belongs, from 1.
        package let depth: Int
        /// Whether it only adds to the line above.
        package let isFaint: Bool
    }

    /// The lines under a heading.
    package struct Section: Sendable {
        /// What the lines are.
        package let heading: String
        /// The lines, in order.
        package fileprivate(set) var lines: [Line]
    }

    /// The sections, in order.
    package private(set) var sections: [Section] = []

    /// Begins a section.
    mutating func heading(_ text: String) {
        sections.append(Section(heading: text, lines: []))
    }

    /// Adds a line to the last section.
    mutating func add(_ text: String, depth: Int = 1, isFaint: Bool = false) {
        guard let last = sections.indices.last else { return }
        sections[last].lines.append(Line(text: text, depth: depth, isFaint: isFaint))
    }
}
