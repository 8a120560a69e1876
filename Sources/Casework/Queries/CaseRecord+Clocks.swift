package import CaseModel
import EventLog

/// What the record said when: at a position of its log, or at a moment.
package enum KnownAt: Hashable, Sendable {
    case position(Int64)
    case instant(Instant)

    /// The position or moment that `text` spells: a number, a time in UTC, or a day, which means
    /// its end.
    package init?(_ text: String) {
        if let position = Int64(text), position >= 0, String(position) == text {
            self = .position(position)
        } else if let instant = Instant(text) ?? Instant("\(text)T23:59:59.999999Z") {
            self = .instant(instant)
        } else {
            return nil
        }
    }
}

extension CaseRecord {
    /// The same record as some clocks show it.
    package func seen(
        asOf: EDTFDate?, publishedBy: EDTFDate?, knownAt: KnownAt?
    ) async throws(CaseworkError) -> CaseRecord {
        var position: Int64?
        if let knownAt { position = try await self.position(of: knownAt) }
        let clocks = Clocks(asOf: asOf, publishedBy: publishedBy, knownAt: position)
        return CaseRecord(log: log, clocks: clocks)
    }

    /// The last position that was recorded by then.
    func position(of knownAt: KnownAt) async throws(CaseworkError) -> Int64 {
        switch knownAt {
        case .position(let position): position
        case .instant(let instant):
            try await asking { () async throws(EventLogError) in
                try await log.lastPosition(recordedBy: instant)
            }
        }
    }

    /// The position up to which an answer reads the log.
    func horizon() async throws(CaseworkError) -> Int64 {
        min(try await head(), clocks.knownAt ?? .max)
    }
}
