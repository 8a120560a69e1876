/// The records of a CSV file by RFC 4180, by the names of its columns.
///
/// Lines end with CR LF, LF or CR; a byte order mark at the start is skipped.
struct CSVRecords {
    /// A record with the line on which it begins.
    struct Record {
        let line: Int
        fileprivate let columns: [String: Int]
        fileprivate let fields: [String]

        /// The field in a column; empty if there is no such column.
        subscript(column: String) -> String { columns[column].map { fields[$0] } ?? "" }
    }

    /// The records behind the header, in order.
    let records: [Record]

    /// Reads a file that must have some columns.
    ///
    /// - Throws: A fault at the line of an unclosed quotation, of a record with another number of
    ///   fields than the header, or of a header without one of the columns.
    init(_ bytes: [UInt8], requiring required: [String]) throws(ListFaults) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ListFaults("it is not text in UTF-8")
        }
        var scanner = CSVScanner(text)
        let header = try scanner.next()?.fields ?? []
        for column in required where !header.contains(column) {
            throw ListFaults(
                line: 1, "there is no column \(column)",
                hint: "the columns are \(header.prefix(8).joined(separator: ", "))")
        }
        let columns = Dictionary(
            header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var (records, faults): ([Record], [ListFault]) = ([], [])
        while let (line, fields) = try scanner.next() {
            if fields.count == header.count {
                records.append(Record(line: line, columns: columns, fields: fields))
            } else {
                faults.append(
                    ListFault(
                        line: line, "the record has \(fields.count) fields, not \(header.count)"))
            }
        }
        guard faults.isEmpty else { throw ListFaults(faults) }
        self.records = records
    }
}

/// Splits a CSV text into records.
private struct CSVScanner {
    private let scalars: String.UnicodeScalarView
    private var place: String.Index
    private var line = 1

    init(_ text: String) {
        scalars = text.unicodeScalars
        place = scalars.startIndex
        if scalars.first == "\u{feff}" { scalars.formIndex(after: &place) }
    }

    /// The next record that is not an empty line; nil at the end.
    mutating func next() throws(ListFaults) -> (line: Int, fields: [String])? {
        while place < scalars.endIndex {
            let start = line
            var fields = [try field()]
            while peek == "," {
                take()
                fields.append(try field())
            }
            endLine()
            if fields != [""] { return (start, fields) }
        }
        return nil
    }

    private var peek: Unicode.Scalar? { place < scalars.endIndex ? scalars[place] : nil }

    @discardableResult
    private mutating func take() -> Unicode.Scalar {
        let scalar = scalars[place]
        scalars.formIndex(after: &place)
        if scalar == "\n" { line += 1 }
        return scalar
    }

    private mutating func endLine() {
        if peek == "\r" {
            take()
            if peek != "\n" { line += 1 }
        }
        if peek == "\n" { take() }
    }

    private mutating func field() throws(ListFaults) -> String {
        guard peek == "\"" else { return plain() }
        let start = line
        var text = String.UnicodeScalarView()
        take()
        while let scalar = peek {
            take()
            guard scalar == "\"" else {
                text.append(scalar)
                continue
            }
            if peek == "\"" {
                text.append(take())
                continue
            }
            guard [nil, ",", "\r", "\n"].contains(peek) else {
                throw ListFaults(line: line, "there is text behind a quoted field")
            }
            return String(text)
        }
        throw ListFaults(line: start, "a quoted field is not closed")
    }

    private mutating func plain() -> String {
        var text = String.UnicodeScalarView()
        while let scalar = peek, ![",", "\r", "\n"].contains(scalar) { text.append(take()) }
        return String(text)
    }
}
