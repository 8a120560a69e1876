import CaseModel

extension Recorder {
    /// Records files in pieces, for imports that are too large for one transaction.
    ///
    /// All files are read twice: first everything is checked, then each piece is recorded as a
    /// whole, if it has not changed since the check. If a piece fails, earlier pieces stay
    /// recorded; another run recognises them as duplicates.
    ///
    /// - Parameters:
    ///   - files: Must not include a pipe, which cannot be read twice.
    ///   - batch: How many events a piece has, at least 1.
    ///   - name: Who records them.
    ///   - progress: Receives the number of recorded events.
    ///   - folding: Receives the progress of the read models, if they are rebuilt at the end.
    ///   - take: Receives the places of each piece.
    /// - Returns: Remarks about the clock, and about read models that could not be updated.
    /// - Throws: What is wrong, and after how many events it stopped.
    package func importBatches(
        _ files: [InputFile], of batch: Int, by name: String, progress: ProgressLog,
        folding: ProgressLog,
        take: (Recording) throws -> Void
    ) async throws -> String? {
        var (digests, _) = try await checkPieces(files, of: batch)
        var pieces = Pieces(size: batch)
        // Every piece would yield the same remark: only the last one is reported.
        var last: Recording?
        var registered: Set<StreamName> = []
        func record(
            _ piece: [(Draft, Origin)], of file: String
        ) async throws {
            guard digests.match(piece) else {
                throw CaseworkError.changed(file, after: pieces.done)
            }
            var recording = try await append(piece, by: name, after: pieces.done)
            last = recording
            registered.formUnion(recording.registered)
            recording.remark = nil
            try take(recording)
            pieces.done += piece.count
            progress.advance(by: piece.count)
        }
        for file in files {
            let faults = try await forEachDraft(in: file) { event in
                if let piece = pieces.add(event) { try await record(piece, of: file.name) }
            }
            guard faults.isEmpty else { throw CaseworkError.changed(file.name, after: pieces.done) }
        }
        let end = files.last?.name ?? "the input"
        if let rest = pieces.rest { try await record(rest, of: end) }
        guard digests.areAllMatched else { throw CaseworkError.changed(end, after: pieces.done) }
        var told = last ?? Recording(head: 0)
        told.add(remark: await lookalikeRemark(of: registered))
        told.add(remark: await rebuilder.catchUpRemark(folding))
        return told.remark
    }

    /// Reads and checks files, records nothing, and returns what recording them in pieces would do.
    ///
    /// Whatever fits into memory is checked at once, because corrections may refer to events of
    /// earlier pieces.
    package func checkBatches(
        _ files: [InputFile], of batch: Int, progress: ProgressLog
    ) async throws -> Foresight {
        try InputFile.checkRereadable(files)
        let size = files.reduce(0) { $0 + ($1.size ?? 0) }
        guard size > Recorder.largestImport else {
            return try await checkAll(files, progress: progress)
        }
        return try await checkPieces(files, of: batch).foresight
    }

    /// Checks everything in memory that does not grow with the length of the texts, and keeps a
    /// digest of each piece.
    private func checkPieces(
        _ files: [InputFile], of batch: Int
    ) async throws -> (digests: PieceDigests, foresight: Foresight) {
        try InputFile.checkRereadable(files)
        var check = PieceCheck(size: batch)
        for file in files {
            let faults = try await forEachDraft(in: file) { event in
                guard let piece = check.add(event) else { return }
                check.note(try await foreseen(piece))
            }
            if let rest = check.rest { check.note(try await foreseen(rest)) }
            guard faults.isEmpty, check.faults.isEmpty else {
                throw CaseworkError.refused(faults + check.faults)
            }
        }
        let faults = try await check.references.dangling(in: log) + check.merges.faults(in: log)
        guard faults.isEmpty else { throw CaseworkError.refused(faults) }
        return (check.digests.closed, check.foresight)
    }

    /// What recording some events would do, or the faults that prevent it.
    private func foreseen(
        _ piece: [(Draft, Origin)]
    ) async throws -> (Foresight, [LocatedFault]) {
        let faults = try await countryFaults(piece)
        do {
            return (try await foresee(piece), faults)
        } catch let error as CaseworkError where !error.faults.isEmpty {
            return (Foresight(), faults + error.faults)
        }
    }

    /// Passes on the parsed events of a file until the first fault; returns all its faults.
    private func forEachDraft(
        in file: InputFile, _ take: ((Draft, Origin)) async throws -> Void
    ) async throws -> [LocatedFault] {
        var faults: [LocatedFault] = []
        var reader = try DraftReader(file, faults: &faults)
        while let piece = try await reader.next() {
            for item in piece {
                let event: (Draft, Origin)
                do {
                    let (entry, checked) = try item.get()
                    event = (try await resolved(checked, in: entry), entry.origin)
                } catch let error as CaseworkError where !error.faults.isEmpty {
                    faults += error.faults
                    continue
                }
                if faults.isEmpty { try await take(event) }
            }
        }
        return faults
    }

    private func append(
        _ piece: [(Draft, Origin)], by name: String, after done: Int
    ) async throws -> Recording {
        do {
            let faults = try await correctionFaults(piece)
            guard faults.isEmpty else { throw CaseworkError.refused(faults) }
            return try await send(piece, by: name)
        } catch {
            throw CaseworkError(error).after(done)
        }
    }
}

extension CaseworkError {
    /// The error for a file that has changed since it was checked.
    fileprivate static func changed(_ file: String, after done: Int) -> CaseworkError {
        CaseworkError(
            .tryAgain, "\(file) changed between its two readings", .nothing,
            hint: "run the same command again when nothing writes to it: nothing is recorded twice"
        ).after(done)
    }
}
