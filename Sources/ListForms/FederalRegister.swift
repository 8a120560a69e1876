package import CaseModel

/// The JSON that the Federal Register answers: one document, or the results of a search.
package struct FederalRegister: Hashable, Sendable {
    /// One document.
    package struct Document: Hashable, Sendable {
        /// The document number as a slug: `2031-04567`.
        package let slug: Slug
        /// The title, with volume and page if they are given.
        package let title: String
        /// The agencies.
        package let agencies: [String]
        /// When it was published.
        package let published: EDTFDate
        /// Where it can be read.
        package let url: String?
    }

    /// The documents in the order of the file, at least one.
    package let documents: [Document]
    /// How many documents the search found, if the file holds fewer of them.
    package let found: Int64?

    /// Reads a file.
    ///
    /// - Throws: Every fault of the file, with the place of the document.
    package init(_ bytes: [UInt8]) throws(ListFaults) {
        let json = try ForeignJSON.document(bytes)
        let isSingle = json["document_number"].text != nil
        guard let results = isSingle ? [json] : json["results"].elements else {
            throw ListFaults(
                "there is neither \"results\" nor \"document_number\" in it",
                hint: "is it another form?")
        }
        var (documents, faults): ([Document], [ListFault]) = ([], [])
        for (index, result) in results.enumerated() {
            do throws(ListFaults) {
                let place = isSingle ? "" : "results[\(index)]."
                let document = try Document(result, at: place)
                if documents.contains(where: { $0.slug == document.slug }) {
                    throw ListFaults("\(place)document_number: \(document.slug) is stated twice")
                }
                documents.append(document)
            } catch { faults += error.all }
        }
        if faults.isEmpty, documents.isEmpty { faults = [ListFault("there is no document in it")] }
        guard faults.isEmpty else { throw ListFaults(faults) }
        self.documents = documents
        guard case .integer(let count) = json["count"], count > documents.count else {
            found = nil
            return
        }
        found = count
    }
}

extension FederalRegister.Document {
    fileprivate init(_ json: ForeignJSON, at place: String) throws(ListFaults) {
        guard let number = json["document_number"].text, let slug = Slug(number.lowercased()) else {
            throw ListFaults("\(place)document_number: a number such as 2031-04567 is expected")
        }
        guard let title = json["title"].text else {
            throw ListFaults("\(place)title: the document has no title")
        }
        guard
            let date = try (json["publication_date"].text ?? "")
                .date("\(place)publication_date", line: nil)
        else { throw ListFaults("\(place)publication_date: the document has no date") }
        self.slug = slug
        // Numbers were used again before 2016; volume and page never were.
        self.title = json["citation"].text.map { "\(title) (\($0))" } ?? title
        agencies = (json["agencies"].elements ?? []).compactMap {
            $0["name"].text ?? $0["raw_name"].text
        }
        published = date
        url = json["html_url"].text
    }
}
