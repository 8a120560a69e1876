import CanonicalJSON
package import CaseModel
import EventLog

/// Checks events against the record of one workspace, and records them.
package struct Recorder: Sendable {
    /// Reads the record, for the checks.
    let reader: CaseReader
    /// Brings the read models up to date after an append.
    let rebuilder: Rebuilder

    /// The log to write to.
    var log: EventLog { reader.log }

    /// The result if nothing was recorded.
    package func nothing() async throws -> Recording {
        Recording(head: try await reader.head())
    }
}

extension Recorder {
    /// Records entries, all or nothing, in one statement.
    ///
    /// - Parameters:
    ///   - entries: In the order in which they are to be recorded.
    ///   - name: Who records them.
    ///   - expecting: The expected versions of streams.
    ///   - announce: Called immediately before they are sent.
    /// - Returns: Each entry's place, in the order given; duplicates are marked as replayed.
    /// - Throws: Every fault of the entries at its place; nothing is recorded then.
    package func record(
        _ entries: [Entry], by name: String, expecting: [StreamName: Int64] = [:],
        beforeSending announce: () -> Void = {}
    ) async throws -> Recording {
        let drafts = try await recordingNothing { try await check(entries) }
        announce()
        return try await append(
            Array(zip(drafts, entries.map(\.origin))), by: name, expecting: expecting)
    }

    /// Does what comes before an append; a failure of server or connection then says that nothing
    /// was recorded.
    func recordingNothing<Answer>(
        _ body: () async throws -> Answer
    ) async throws -> Answer {
        do { return try await body() } catch {
            guard let failure = CaseworkError(mapping: error), failure.outcome == nil,
                failure.code == .tryAgain || failure.code == .unreachable
            else { throw error }
            throw CaseworkError(
                failure.code, failure.problem, .nothing, hint: failure.hint, faults: failure.faults)
        }
    }

    /// Parses entries and checks them against the record.
    ///
    /// - Parameters:
    ///   - entries: In the order in which they are to be recorded.
    ///   - unread: Faults of input that could not be parsed as entries; if there are any, missing
    ///     names cannot be determined.
    ///   - mayErase: Whether one of them may record an erasure, which comes with the erasure itself.
    /// - Returns: The events as they would be recorded, in the same order.
    /// - Throws: `CaseworkError` with all faults of the entries at once.
    package func check(
        _ entries: [Entry], beside unread: [LocatedFault] = [], mayErase: Bool = false
    ) async throws -> [Draft] {
        var drafts: [(Draft, Origin)] = []
        var faults = unread
        var references = ReferenceCheck()
        var merges = MergeCheck()
        var seen = SeenEvents()
        for entry in entries {
            do {
                let draft = try await draft(of: entry)
                if !mayErase { try draft.requireNoErasure(entry.origin) }
                try seen.take(draft, origin: entry.origin)
                references.take(draft, origin: entry.origin)
                merges.take(draft, origin: entry.origin)
                drafts.append((draft, entry.origin))
            } catch let error as CaseworkError where !error.faults.isEmpty {
                references.define(entry)
                faults += error.faults
            }
        }
        if unread.isEmpty { faults += try await references.dangling(in: log) }
        faults += try await countryFaults(drafts)
        if faults.isEmpty { faults = try await correctionFaults(drafts) }
        if faults.isEmpty { faults = try await merges.faults(in: log) }
        guard faults.isEmpty else { throw CaseworkError.refused(faults) }
        return drafts.map(\.0)
    }

    /// Appends events that were checked, and brings the read models up to date.
    func append(
        _ drafts: [(Draft, Origin)], by name: String, expecting: [StreamName: Int64] = [:]
    ) async throws -> Recording {
        var recording = try await send(drafts, by: name, expecting: expecting)
        recording.add(remark: await lookalikeRemark(of: recording.registered))
        recording.add(remark: await rebuilder.catchUpRemark())
        return recording
    }

    /// Appends checked events, unless the server's clock is far off; a conflict with the record is
    /// reported at its place.
    func send(
        _ drafts: [(Draft, Origin)], by name: String, expecting: [StreamName: Int64] = [:]
    ) async throws -> Recording {
        do {
            return try await send(drafts.map(\.0), by: name, expecting: expecting)
        } catch let clash as EventLogError {
            if case .idConflict = clash { _ = try await foresee(drafts) }
            throw clash
        }
    }

    private func send(
        _ drafts: [Draft], by name: String, expecting: [StreamName: Int64]
    ) async throws -> Recording {
        let events = drafts.map {
            NewEvent(id: $0.id, stream: $0.stream, type: $0.type.name, body: $0.bytes)
        }
        let tip = try await tip()
        try ClockCheck(tip).requireAgreement()
        let recorded = try await log.append(events, by: name, expecting: expecting)
        // No further query: its failure would be reported for an append that succeeded.
        let head = recorded.reduce(tip.position) { max($0, $1.position) }
        let lines = zip(drafts, recorded).map { draft, place in
            Recording.Line(
                event: draft.body.key.map { .keyed(draft.stream, $0) }
                    ?? .numbered(draft.stream, place.version),
                id: draft.id, position: place.position, version: place.version,
                replayed: place.replayed)
        }
        return Recording(lines: lines, head: head, remark: ClockCheck(tip).remark)
    }

    /// Throws if the server's clock is far off, so that nothing is recorded.
    func requireClock() async throws {
        try ClockCheck(try await tip()).requireAgreement()
    }

    /// The end of the log, with the server's clock.
    private func tip() async throws -> LogTip {
        try await log.tip()
    }

    /// The event of an entry; references by number are replaced by ids.
    func draft(of entry: Entry) async throws -> Draft {
        try await resolved(try entry.draft(), in: entry)
    }

    /// The event of an entry, with its references by number replaced by ids.
    func resolved(_ draft: Draft, in entry: Entry) async throws -> Draft {
        var replaced: JSONValue?
        let references = draft.references + (try await references(setBy: draft))
        for found in references where found.kind == .event {
            guard case .numbered(let stream, let version)? = EventReference(found.text) else {
                continue
            }
            let id = try await id(of: stream, version, found, entry.origin)
            replaced = (replaced ?? .object(draft.json)).replacing(
                at: found.path, with: .string(id.text))
        }
        var resolved = draft
        if let members = replaced?.object {
            resolved = try Entry(
                stream: entry.stream, type: entry.type, id: entry.id, members: members,
                origin: entry.origin
            ).draft()
        }
        try await refuseLinkToItself(resolved, entry.origin)
        return resolved
    }

    /// The references in the values of a correction, if it corrects a recorded event, and if any of
    /// them may be a number: finding out costs one query per correction.
    private func references(setBy draft: Draft) async throws -> [FoundReference] {
        guard case .eventCorrected(let correction) = draft.body.content,
            draft.bytes.contains(UInt8(ascii: "#"))
        else { return [] }
        return try await log.references(of: correction) { _ in nil }
    }

    private func id(
        of stream: StreamName, _ version: Int64, _ found: FoundReference, _ origin: Origin
    ) async throws -> EventID {
        let event = try await log.event(in: stream, version: version)
        guard let event else {
            let fault = Fault(
                .reference, at: found.path, "there is no event \(quoted(found.text))",
                hint: "cases timeline shows the events of a case")
            throw CaseworkError.refused([LocatedFault(fault, in: origin)])
        }
        return event.id
    }
}
