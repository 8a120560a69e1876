import CaseModel

/// The entries of a file one by one, in the order in which they are recorded.
struct EntryReader {
    private let file: InputFile
    private var lines: LineReader?
    private var read: ArraySlice<Entry> = []

    /// Opens a file.
    ///
    /// A case file is read whole, JSON Lines line by line.
    init(_ file: InputFile, faults: inout [LocatedFault]) throws(CaseworkError) {
        self.file = file
        let input = try OpenedInput(file)
        if let fault = input.mistaken {
            faults.append(fault)
            return
        }
        switch input.form {
        case .yaml:
            do {
                let caseFile = try CaseFile(try input.text(), file: file.name)
                read = caseFile.entries[...]
                faults += caseFile.faults
            } catch  where !error.faults.isEmpty {
                faults += error.faults
            }
        case .jsonLines:
            lines = LineReader(input)
        }
    }

    /// One item of a file; a line is not parsed yet.
    enum Unread: Sendable {
        case entry(Entry)
        case line(file: String, LineReader.Line)

        /// Parses the entry; throws the faults of the line.
        func entry() throws(CaseworkError) -> Entry {
            switch self {
            case .entry(let entry): entry
            case .line(let file, let line):
                try EventLine.read(line.bytes, file: file, number: line.number)
            }
        }
    }

    /// The next item; nil at the end.
    mutating func next() throws(CaseworkError) -> Unread? {
        guard lines != nil else { return read.popFirst().map(Unread.entry) }
        return try lines?.next().map { .line(file: file.name, $0) }
    }

    /// The next entry that can be read; faults of earlier items are added to `faults`.
    mutating func next(faults: inout [LocatedFault]) throws(CaseworkError) -> Entry? {
        while let unread = try next() {
            do {
                return try unread.entry()
            } catch  where !error.faults.isEmpty {
                faults += error.faults
            }
        }
        return nil
    }
}

extension OpenedInput {
    /// The fault that the file has another format than expected: one fault instead of one per line.
    fileprivate var mistaken: LocatedFault? {
        let place = Place(file: file.name, line: 1, column: 1)
        switch form {
        case .yaml where holdsLines:
            return LocatedFault(
                at: place, .badEvent, "these are JSON Lines, and a case file in YAML is expected",
                hint: "import it with --format jsonl, or name it *.jsonl")
        case .jsonLines where holdsNoLines:
            return LocatedFault(
                at: place, .badJSON, "this is not JSON Lines: no line is an object",
                hint: "a case file in YAML is imported with --format yaml, or named *.yaml")
        default:
            return nil
        }
    }
}
