import CaseModel
import EventLog

extension Recorder {
    /// Records all events of some files, all or nothing.
    ///
    /// Everything is read and checked before anything is recorded; duplicates are recognised. Each
    /// file is read only once, so standard input may be one of them.
    package func importAll(
        _ files: [InputFile], by name: String, progress: ProgressLog
    ) async throws -> Recording {
        let drafts = try await checked(files, progress: progress)
        guard !drafts.isEmpty else { return try await nothing() }
        return try await append(drafts, by: name)
    }

    /// Reads and checks some files, records nothing, and returns what recording them would do.
    package func checkAll(
        _ files: [InputFile], progress: ProgressLog
    ) async throws -> Foresight {
        let drafts = try await checked(files, progress: progress)
        if !drafts.isEmpty { try await requireClock() }
        return try await foresee(drafts)
    }

    /// The maximum size of the lines that one import holds in memory and sends in one statement.
    static let largestImport = 256 << 20

    /// The events of some files, read and checked against the record; throws all faults at once.
    private func checked(
        _ files: [InputFile], progress: ProgressLog
    ) async throws -> [(Draft, Origin)] {
        let (entries, faults) = try read(files, progress: progress)
        let drafts = try await check(entries, beside: faults)
        return Array(zip(drafts, entries.map(\.origin)))
    }

    /// The entries of some files, and the faults of what cannot be read.
    func read(
        _ files: [InputFile], progress: ProgressLog
    ) throws(CaseworkError) -> (entries: [Entry], faults: [LocatedFault]) {
        var entries: [Entry] = []
        var faults: [LocatedFault] = []
        var bytes = 0
        for file in files {
            var reader = try EntryReader(file, faults: &faults)
            while let entry = try reader.next(faults: &faults) {
                bytes += entry.size
                guard bytes <= Recorder.largestImport else { throw .tooLarge(file.name) }
                entries.append(entry)
                progress.advance(by: 1)
            }
        }
        return (entries, faults)
    }
}

extension Entry {
    /// The approximate size of the entry in bytes.
    fileprivate var size: Int {
        if case .line(_, _, let bytes) = origin { bytes.count } else { 1_000 }
    }
}

extension CaseworkError {
    fileprivate static func tooLarge(_ file: String) -> CaseworkError {
        CaseworkError(
            .usage, "\(file) is too large to be recorded in one piece",
            hint: "record it in pieces: --batch 10000")
    }
}
