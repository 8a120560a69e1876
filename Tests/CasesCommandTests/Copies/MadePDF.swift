/// A PDF of some pages of text, as small as the format allows (ISO 32000-1, 7.5).
struct MadePDF {
    /// The lines of each page; without parentheses and backslashes.
    let pages: [[String]]

    /// The file.
    var text: String {
        var (file, places) = ("%PDF-1.4\n", [Int]())
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let table = file.utf8.count
        let entries = places.map { place in
            String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n"
        }
        return file + "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + entries.joined()
            + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    }

    private var objects: [String] {
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        return [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ] + pages.enumerated().flatMap { index, lines in page(index, lines) }
    }

    private func page(_ index: Int, _ lines: [String]) -> [String] {
        let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
        let content = "BT /F1 12 Tf 14 TL 72 720 Td \(shown) ET"
        return [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
                + "/Resources << /Font << /F1 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>",
            "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        ]
    }
}
