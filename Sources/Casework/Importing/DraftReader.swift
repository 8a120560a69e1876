import CaseModel
import Foundation

/// Reads the events of a file in order and ahead: while some are processed, the next ones are
/// checked on the other cores.
struct DraftReader {
    /// One item of a file: an event that is valid in itself, or its faults.
    typealias Item = Result<(entry: Entry, draft: Draft), CaseworkError>

    private var entries: EntryReader
    private var isAtEnd = false
    /// Pieces that are being checked, in order.
    private var ahead: [Task<[Item], Never>] = []

    /// How many entries are checked at a time.
    private static let piece = 500
    /// How many pieces are read ahead: one for each core, and one in reserve.
    private static let width = ProcessInfo.processInfo.activeProcessorCount + 1

    /// Opens a file.
    init(_ file: InputFile, faults: inout [LocatedFault]) throws(CaseworkError) {
        entries = try EntryReader(file, faults: &faults)
    }

    /// The next events; nil at the end of the file.
    mutating func next() async throws -> [Item]? {
        while !isAtEnd, ahead.count < DraftReader.width { try readAhead() }
        guard !ahead.isEmpty else { return nil }
        return await ahead.removeFirst().value
    }

    private mutating func readAhead() throws(CaseworkError) {
        var piece: [EntryReader.Unread] = []
        while piece.count < DraftReader.piece, let unread = try entries.next() {
            piece.append(unread)
        }
        guard !piece.isEmpty else {
            isAtEnd = true
            return
        }
        ahead.append(Task { [piece] in piece.map(\.checked) })
    }
}

extension EntryReader.Unread {
    fileprivate var checked: DraftReader.Item {
        do {
            let entry = try entry()
            return .success((entry, try entry.draft()))
        } catch {
            return .failure(error)
        }
    }
}
