import Foundation

/// The entries of a file one by one, in the order in which they are recorded.
struct EntryReader {
    private let file: InputFile
    private var lines: LineReader?
    private var read: ArraySlice<Entry> = []

    /// Opens a file.
    ///
    /// A case file is read whole, JSON Lines a line at a time.
    init(_ file: InputFile, faults: inout [LocatedFault]) throws(CaseworkError) {
        self.file = file
        switch file.form {
        case .yaml:
            do throws(CaseworkError) {
                let caseFile = try CaseFile(try file.text(), file: file.name)
                read = caseFile.entries[...]
                faults += caseFile.faults
            } catch  where !error.faults.isEmpty {
                faults += error.faults
            }
        case .jsonLines:
            lines = LineReader(try file.open(), name: file.name)
        }
    }

    /// The next entry that can be read; the faults of those before it are noted.
    mutating func next(faults: inout [LocatedFault]) throws(CaseworkError) -> Entry? {
        guard lines != nil else { return read.popFirst() }
        while let line = try lines?.next() {
            do throws(CaseworkError) {
                return try EventLine.read(line.bytes, file: file.name, number: line.number)
            } catch  where !error.faults.isEmpty {
                faults += error.faults
            }
        }
        return nil
    }
}
