package import CaseModel

extension Recorder {
    /// Records the event of a JSON document, which is written like a line of an import.
    ///
    /// - Parameters:
    ///   - document: At most as long as a line of an import.
    ///   - reference: Which event it must be.
    ///   - name: Who records it.
    ///   - version: The expected version of its stream; nil for any.
    /// - Returns: Its place; a duplicate is marked as replayed.
    /// - Throws: Every fault at its place in the document, an error if it is another event than
    ///   `reference`, or its case is not open.
    package func record(
        document: [UInt8], as reference: EventReference, by name: String, expecting version: Int64?
    ) async throws -> Recording {
        let read = try EventLine.read(document, file: "body", number: 1)
        let entry = try Recorder.entry(read, as: reference)
        try await requireStream(of: [entry])
        return try await record(
            [entry], by: name, expecting: version.map { [entry.stream: $0] } ?? [:])
    }

    /// Records the events of JSON Lines that are in memory, all or nothing.
    ///
    /// - Parameters:
    ///   - lines: The lines; blank ones are left out.
    ///   - name: Who records them.
    /// - Returns: The place of each event; duplicates are marked as replayed.
    /// - Throws: Every fault at its line; of lines that cannot be read the first `mostFaults`.
    package func record(lines: [UInt8], by name: String) async throws -> Recording {
        let (entries, faults) = try Recorder.entries(of: lines)
        let drafts = try await check(entries, beside: faults)
        guard !drafts.isEmpty else { return try await nothing() }
        return try await append(Array(zip(drafts, entries.map(\.origin))), by: name)
    }

    private static func entries(
        of lines: [UInt8]
    ) throws(CaseworkError) -> (entries: [Entry], faults: [LocatedFault]) {
        var entries: [Entry] = []
        var faults: [LocatedFault] = []
        let split = lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in split.enumerated() where line.contains(where: { !$0.isBlank }) {
            guard faults.count < mostFaults else { break }
            guard line.count <= EventLine.maximumBytes else {
                faults.append(tooLong(index + 1))
                continue
            }
            do {
                entries.append(try EventLine.read(Array(line), file: "body", number: index + 1))
            } catch  where !error.faults.isEmpty {
                faults += error.faults
            }
        }
        return (entries, faults)
    }

    private static func tooLong(_ number: Int) -> LocatedFault {
        LocatedFault(
            at: Place(file: "body", line: number, column: 1), .badJSON,
            "the line has more than \(EventLine.maximumBytes) bytes", hint: "one event a line")
    }

    /// How many faults of unreadable lines are told: of another format every line is one.
    private static let mostFaults = 100

    /// Throws unless the stream of some entries exists, or they begin it: a misspelt name would begin
    /// another one.
    package func requireStream(of entries: [Entry]) async throws {
        guard let stream = entries.first?.stream,
            entries.allSatisfy({ $0.type.fixedKey == nil })
        else { return }
        try await reader.require(stream)
    }

    /// The entry under the id or key that it was sent to.
    private static func entry(
        _ entry: Entry, as reference: EventReference
    ) throws(CaseworkError) -> Entry {
        switch reference {
        case .id(let id) where entry.id == nil || entry.id == id:
            return Entry(
                stream: entry.stream, type: entry.type, id: id, body: entry.body,
                origin: entry.origin)
        case .keyed(let stream, let key) where (stream, key) == (entry.stream, entry.key):
            return entry
        default:
            throw CaseworkError(
                .badEvent, "the event is not the one that the address names", .nothing,
                hint: "give the same id, or the same stream and key, in both")
        }
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
    }
}
