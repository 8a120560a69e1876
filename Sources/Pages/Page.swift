import CanonicalJSON

/// A page of the site in all its forms.
package struct Page {
    /// The position of the last event that the page was made from: while that and `isOutdated` stay,
    /// the page says the same; 0 for the style sheet.
    package let position: Int64
    /// Whether the page says that events after its clock of recording change what it shows.
    package let isOutdated: Bool
    private let documents: [PageFormat: () -> String]

    init(
        position: Int64, isOutdated: Bool = false, _ documents: [PageFormat: () -> String]
    ) {
        (self.position, self.isOutdated) = (position, isOutdated)
        self.documents = documents
    }

    /// The text of the page in one of the forms of its path; empty in any other.
    package func text(in format: PageFormat) -> String { documents[format]?() ?? "" }
}

extension JSONValue {
    /// The value as a file: canonical, with an end of line.
    var file: String { String(decoding: canonicalBytes(), as: UTF8.self) + "\n" }
}
