import CanonicalJSON
import CaseModel
import EventLog
import Foundation
package import Ledger

/// Verifies that the log of one workspace is complete and unchanged.
package struct Verifier: Sendable {
    /// The log to verify.
    let log: EventLog

    /// How many events are verified at a time by each session; a multiple of 256, so that the roots
    /// of subtrees are made there.
    private static let window: Int64 = 8_192
}

extension Verifier {
    /// Recomputes digests, headers, leaves and the root of the log from the stored events, on every
    /// processor.
    ///
    /// Reads up to the head at the beginning; events that are appended meanwhile are ignored.
    ///
    /// - Parameters:
    ///   - checkpoints: that the log must continue.
    ///   - progress: receives the progress.
    /// - Returns: The verdict, with every bad position.
    /// - Throws: Any error of the server.
    package func verify(
        against checkpoints: [LogCheckpoint] = [], progress: ProgressLog
    ) async throws -> Verdict {
        let end = try await log.end()
        let last = end.lastPosition
        let shares = IdentityCheck.shares(of: last)
        var verification = Verification(
            against: checkpoints, identities: IdentityCheck(share: 0, of: shares, events: last))
        try await addWindows(
            Verifier.windows(through: last, cutAt: checkpoints), to: &verification, progress)
        for share in 1..<max(shares, 1) {
            let check = IdentityCheck(share: share, of: shares, events: last)
            verification.add(
                try await log.foldIdentities(through: last, into: check) { check, event in
                    check.check(IdentityCheck.Identity(event))
                })
        }
        verification.compare(
            stored: Dictionary(
                uniqueKeysWithValues: try await log.allSubtrees().map { (Subtree($0), $0.root) }))
        return verification.verdict(
            head: LedgerHead(
                rows: end.headRows, position: end.head, recordedAt: end.recordedAt?.text))
    }

    /// Ranges of positions that end where a checkpoint ends.
    private static func windows(
        through last: Int64, cutAt checkpoints: [LogCheckpoint]
    ) -> [ClosedRange<Int64>] {
        let ends =
            Set(checkpoints.map { Int64(clamping: $0.size) }).filter { (1..<last).contains($0) }
            .union(stride(from: window, to: last, by: Int64.Stride(window)))
            .union(last > 0 ? [last] : [])
        var (windows, start) = ([ClosedRange<Int64>](), Int64(1))
        for end in ends.sorted() {
            windows.append(start...end)
            start = end + 1
        }
        return windows
    }

    /// Verifies windows on several sessions at once and adds them in order.
    ///
    /// A session that is done begins with the next window at once, so that no processor waits for
    /// another; but it runs ahead by a few windows only, which bounds the memory.
    private func addWindows(
        _ windows: [ClosedRange<Int64>], to verification: inout Verification,
        _ progress: ProgressLog
    ) async throws {
        var idle = try await sessions(for: windows.count)
        let lead = 2 * idle.count
        try await withThrowingTaskGroup(of: VerifiedWindow.self) { group in
            var (started, added, ahead) = (0, 0, [Int: WindowVerification]())
            while added < windows.count {
                while started < min(windows.count, added + lead), let log = idle.popLast() {
                    let (index, positions) = (started, windows[started])
                    group.addTask { (index, log, try await log.verified(positions)) }
                    started += 1
                }
                if let window = ahead.removeValue(forKey: added) {
                    verification.add(window)
                    progress.advance(by: window.count)
                    added += 1
                } else if let (index, log, window) = try await group.next() {
                    idle.append(log)
                    ahead[index] = window
                }
            }
        }
    }

    /// A session for each processor; fewer if there is less to do, or the server gives no more.
    private func sessions(for windows: Int) async throws -> [EventLog] {
        var sessions = [log]
        let most = min(windows, ProcessInfo.processInfo.activeProcessorCount)
        while sessions.count < most, let another = try? await log.another() {
            sessions.append(another)
        }
        return sessions
    }
}

/// A verified window, with its place among all, and the session that verified it.
private typealias VerifiedWindow = (index: Int, log: EventLog, window: WindowVerification)

extension EventLog {
    /// Verifies the events at a range of positions on this session.
    fileprivate func verified(_ positions: ClosedRange<Int64>) async throws -> WindowVerification {
        let empty = WindowVerification(positions) { stream, key in
            guard let stream = StreamName(stream), let key = Slug(key) else { return nil }
            return EventID(stream: stream, key: key).number
        }
        var window = try await fold(positions, into: empty, gaps: .shown) { window, event in
            window.check(LedgerEntry(event))
        }
        window.end()
        return window
    }
}

extension IdentityCheck.Identity {
    fileprivate init(_ event: EventIdentity) {
        self.init(
            position: event.position, stream: event.stream, version: event.version,
            id: event.id.number)
    }
}

extension LedgerEntry {
    fileprivate init(_ event: StoredEvent) {
        self.init(
            position: event.position,
            header: EventHeader(event),
            key: event.key, leaf: event.leaf, salt: event.salt,
            body: event.body.map { StoredBody(bytes: $0, key: .init($0)) })
    }
}

extension StoredBody.Key {
    /// The key in canonical JSON; JSON in any other form was not written by an append.
    fileprivate init(_ bytes: [UInt8]) {
        guard let document = try? JSONDocument(reading: bytes), document.root.isObject,
            document.isCanonical
        else {
            self = .unreadable
            return
        }
        self = document.root["key"]?.string.map { .named($0) } ?? .absent
    }
}
