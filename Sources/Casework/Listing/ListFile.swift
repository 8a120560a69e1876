package import CaseModel
import Foundation
package import ListForms

/// A file that states who is on a list, as it was read.
package struct ListFile: Sendable {
    /// Its name as the user gave it.
    package let name: String
    /// Its digest.
    package let digest: SHA256Text
    let bytes: [UInt8]

    /// Reads a file.
    ///
    /// - Throws: An error if it is not a file, or cannot be read.
    package init(_ path: String) throws(CaseworkError) {
        // Reading a pipe would wait for a writer.
        guard FileManager.default.isRegularFile(atPath: path),
            let bytes = FileManager.default.contents(atPath: path).map(Array.init)
        else {
            throw CaseworkError(
                .unreadable, "\(path.isEmpty ? "the file" : path) is not a file, or cannot be read",
                hint: "check its name and permissions")
        }
        (name, self.bytes, digest) = (path, bytes, SHA256Text(of: bytes))
    }

    /// The rows of the file.
    ///
    /// - Throws: Every fault of the file at its place.
    package func rows(_ form: ListForm) throws(CaseworkError) -> [ListedRow] {
        do { return try form.rows(of: bytes) } catch { throw refused(error) }
    }

    /// The documents of a file of the Federal Register.
    ///
    /// - Throws: Every fault of the file at its place.
    package func documents() throws(CaseworkError) -> FederalRegister {
        do { return try FederalRegister(bytes) } catch { throw refused(error) }
    }

    private func refused(_ faults: ListFaults) -> CaseworkError {
        .refused(
            faults.all.map {
                LocatedFault(
                    at: Place(file: name, line: $0.line), .badEvent, $0.message, hint: $0.hint)
            })
    }
}

/// One edition of a list: the rows of a file, and under which names they are to be recorded.
package struct ListEdition: Sendable {
    /// The form of the file.
    package let form: ListForm
    /// The list.
    package let list: Slug
    /// The case that holds the listings.
    package let `case`: Slug
    /// The source that the file becomes.
    package let source: Slug
    /// The date of the file: a day, a month or a year.
    package let date: EDTFDate
    /// The digest of the file.
    package let digest: SHA256Text
    /// The rows.
    package let rows: [ListedRow]

    /// Reads an edition from a file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - form: Its form.
    ///   - list: The slug of the list.
    ///   - caseSlug: The slug of the case; nil for that of the list.
    ///   - source: The slug of the source.
    ///   - edition: The date of the file.
    /// - Throws: An error if the date is not a day, a month or a year; every fault of the file.
    package init(
        _ file: ListFile, _ form: ListForm, list: Slug, in caseSlug: Slug?, as source: Slug,
        edition: String
    ) throws(CaseworkError) {
        guard let date = try? EDTFDate(edition), [4, 7, 10].contains(edition.utf8.count),
            edition.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == 0x2d })
        else {
            throw CaseworkError(
                .usage, "--edition: \(quoted(edition)) is not a day, a month or a year",
                hint: "the date of the file: 2031-04-02")
        }
        (self.form, self.list, self.case, self.source) = (form, list, caseSlug ?? list, source)
        (self.date, digest) = (date, file.digest)
        rows = try file.rows(form)
    }

    /// The stream of the case.
    var stream: StreamName { StreamName(.case, self.case) }
}
