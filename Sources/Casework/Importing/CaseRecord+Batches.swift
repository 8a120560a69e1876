import CaseModel

extension CaseRecord {
    /// Records files in pieces: for logs that are too large for one transaction.
    ///
    /// All files are read twice: first everything is checked, then each piece is recorded as a
    /// whole. Where a piece fails, those before it stay recorded; running it again replays them.
    ///
    /// - Parameters:
    ///   - files: none of them standard input, which cannot be read twice.
    ///   - batch: how many events a piece has, at least 1.
    ///   - name: who records them.
    ///   - progress: told how many events were recorded.
    ///   - journal: told how far the read models are, where they are made anew at the end.
    ///   - take: told each piece's places.
    /// - Returns: what people should know of the clock, and of read models that could not be kept.
    /// - Throws: what is wrong, and after how many events it stopped.
    package func importBatches(
        _ files: [InputFile], of batch: Int, by name: String, progress: Progress,
        journal: Journal,
        take: (Recording) throws(CaseworkError) -> Void
    ) async throws(CaseworkError) -> String? {
        guard !files.contains(where: \.isStandardInput) else {
            throw CaseworkError(
                .usage, "standard input cannot be recorded in batches",
                hint: "write it to a file first: it is read twice")
        }
        try await checkPieces(files)
        var pieces = Pieces(size: batch)
        // Of each piece the same would be said: it is said once, of the last.
        var last: Recording?
        func record(_ piece: [(Draft, Origin)]) async throws(CaseworkError) {
            var recording = try await append(piece, by: name, after: pieces.done)
            last = recording
            recording.remark = nil
            try take(recording)
        }
        for file in files {
            try await forEachDraft(in: file) { draft, origin async throws(CaseworkError) in
                guard let piece = pieces.add((draft, origin)) else { return }
                try await record(piece)
                pieces.done += piece.count
                progress.advance(by: piece.count)
            }
        }
        if let rest = pieces.rest { try await record(rest) }
        var end = last ?? Recording(head: 0)
        end.add(remark: await keepingRemark(journal))
        return end.remark
    }

    /// Checks everything in memory that does not grow with the length of the texts.
    private func checkPieces(_ files: [InputFile]) async throws(CaseworkError) {
        var references = ReferenceCheck()
        var merges = MergeCheck()
        for file in files {
            try await forEachDraft(in: file) { draft, origin async throws(CaseworkError) in
                references.take(draft, origin: origin)
                merges.take(draft, origin: origin)
            }
        }
        let faults = try await references.dangling(in: log) + merges.faults(in: self)
        guard faults.isEmpty else { throw .refused(faults) }
    }

    /// Hands out the events of a file, read; throws all faults of the file at its end.
    private func forEachDraft(
        in file: InputFile, _ take: (Draft, Origin) async throws(CaseworkError) -> Void
    ) async throws(CaseworkError) {
        var faults: [LocatedFault] = []
        var reader = try DraftReader(file, faults: &faults)
        while let piece = try await reader.next() {
            for item in piece {
                do throws(CaseworkError) {
                    let (entry, checked) = try item.get()
                    let draft = try await resolved(checked, in: entry)
                    if faults.isEmpty { try await take(draft, entry.origin) }
                } catch  where !error.faults.isEmpty {
                    faults += error.faults
                }
            }
        }
        guard faults.isEmpty else { throw .refused(faults) }
    }

    private func append(
        _ piece: [(Draft, Origin)], by name: String, after done: Int
    ) async throws(CaseworkError) -> Recording {
        do throws(CaseworkError) {
            let faults = try await correctionFaults(piece)
            guard faults.isEmpty else { throw .refused(faults) }
            return try await send(piece.map(\.0), by: name)
        } catch {
            throw CaseworkError(
                error.code, "\(error.message); \(done) events were recorded before it stopped",
                hint: error.hint, faults: error.faults)
        }
    }
}

/// Gathers events until a piece is full.
private struct Pieces {
    let size: Int
    var done = 0
    private var piece: [(Draft, Origin)] = []

    init(size: Int) { self.size = size }

    /// What is left when nothing more comes; nil where nothing is.
    var rest: [(Draft, Origin)]? { piece.isEmpty ? nil : piece }

    /// The full piece that the event completes; nil while there is room.
    mutating func add(_ event: (Draft, Origin)) -> [(Draft, Origin)]? {
        piece.append(event)
        guard piece.count >= size else { return nil }
        defer { piece = [] }
        return piece
    }
}
