package import CaseModel
import EventLog
import Logging
import ReadModels

/// Hands out what is recorded, event by event, in order of position, as it is recorded.
///
/// Positions have no gaps and are committed in their order, so nothing is ever skipped.
package struct LogFollower: Sendable {
    private let log: EventLog
    /// The cases whose events are handed out; all streams if empty.
    private let cases: Set<StreamName>

    /// How many events are read at a time.
    private static let window: Int64 = 500
    /// The longest sleep: programs that append without read models send no notification.
    private static let interval = Duration.seconds(1)
    /// How long to wait before a server that is gone is asked again.
    private static let pause = Duration.seconds(1)

    /// Follows a log.
    package init(_ reader: CaseReader, cases: [Slug]) {
        log = reader.log
        self.cases = Set(cases.map { StreamName(.case, $0) })
    }

    /// The name of the record in CloudEvents: that of its workspace.
    package var source: String { "urn:cases:\(log.workspace.name)" }

    /// Throws an error if one of the cases does not exist.
    package func requireCases(_ reader: CaseReader) async throws {
        for stream in cases.sorted() { try await reader.require(stream) }
    }

    /// The end of the log.
    ///
    /// - Throws: Any error of the server.
    package func end() async throws -> LogPlace {
        let head = try await log.head()
        return LogPlace(position: head, leaf: head > 0 ? try await log.leaf(at: head) : nil)
    }

    /// Hands out the events behind a place until the task is cancelled, or up to the end.
    ///
    /// - Parameters:
    ///   - place: Where to begin.
    ///   - isOnce: Whether to stop at the end of the log instead of waiting for more.
    ///   - deliver: Receives the events of a window, and the place behind them; it is called again
    ///     only when it has returned.
    /// - Throws: An error if an event before the place was replaced or is gone, and any error of
    ///   the server or of `deliver`.
    package func follow(
        from place: LogPlace, isOnce: Bool,
        deliver: ([FollowedEvent], LogPlace) async throws -> Void
    ) async throws {
        var place = place
        var alarm = Alarm(
            readModels: Projector(log: log).readModels, interval: LogFollower.interval)
        while !Task.isCancelled {
            // Before the log is read, so that later events wake it.
            if !isOnce { await alarm.set() }
            while let window = try await reached({ try await self.window(behind: place) }, isOnce),
                !Task.isCancelled
            {
                try await deliver(window.events, window.end)
                place = window.end
            }
            if isOnce { return }
            await alarm.wait()
        }
    }

    /// What `read` reads; waits for a server that cannot be reached, unless it is asked once.
    private func reached<Answer>(
        _ read: () async throws -> Answer?, _ isOnce: Bool
    ) async throws -> Answer? {
        var isTold = false
        while true {
            do { return try await read() } catch let error as EventLogError {
                guard error.isAbsence, !isOnce else { throw error }
                if !isTold {
                    Logger.current.warning("the server cannot be reached; waiting for it")
                }
                isTold = true
                do { try await Task.sleep(for: LogFollower.pause) } catch { return nil }
            }
        }
    }

    /// The events behind a place; nil if there are none yet.
    private func window(
        behind place: LogPlace
    ) async throws -> (events: [FollowedEvent], end: LogPlace)? {
        let head = try await log.head()
        guard head >= place.position else { throw CaseworkError.logWentBack(place, head: head) }
        // The last event that was handed out is read again: its leaf tells whether it is the same.
        let first = max(place.position, 1)
        let last = min(place.position + LogFollower.window, head)
        guard last > place.position || place.leaf != nil else { return nil }
        let stored = try await log.fold(first...last, into: [StoredEvent](), gaps: .refused) {
            events, event in events.append(event)
        }
        if let leaf = place.leaf, stored.first?.leaf != leaf {
            throw CaseworkError.logWasReplaced(place)
        }
        let fresh = stored.filter { $0.position > place.position }
        guard let end = fresh.last else { return nil }
        let chosen = cases.isEmpty ? fresh : fresh.filter { isChosen($0) }
        return (
            try chosen.map(FollowedEvent.init),
            LogPlace(position: end.position, leaf: end.leaf)
        )
    }

    private func isChosen(_ event: StoredEvent) -> Bool {
        StreamName(event.stream).map(cases.contains) ?? false
    }
}

extension EventLogError {
    /// Whether the server is away: it was reached before, so it is expected to come back.
    fileprivate var isAbsence: Bool {
        switch self {
        case .unreachable, .tryAgain: true
        default: false
        }
    }
}

extension CaseworkError {
    fileprivate static func logWentBack(_ place: LogPlace, head: Int64) -> CaseworkError {
        guard place.leaf != nil else {
            return CaseworkError(
                .notFound, "there is no event at position \(place.position)",
                hint: "the log ends at \(head)")
        }
        return CaseworkError(
            .notConsistent, "the log ends at \(head), but position \(place.position) was followed",
            hint: "it was restored or rewritten: check it with cases verify, then begin again at "
                + "a position that you trust: --from POSITION")
    }

    fileprivate static func logWasReplaced(_ place: LogPlace) -> CaseworkError {
        CaseworkError(
            .notConsistent, "the event at position \(place.position) is another one than before",
            hint: "the end of the log was replaced: check it with cases verify, then begin again "
                + "at a position that you trust: --from POSITION")
    }
}
