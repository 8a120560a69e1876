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
    /// A snapshot of the record for one answer, as some clocks show it.
    ///
    /// A stream that cannot be read is left out of answers about others, and noted in its
    /// `omissions`.
    package func seen(
        asOf: EDTFDate?, publishedBy: EDTFDate?, knownAt: KnownAt?
    ) async throws(CaseworkError) -> CaseRecord {
        var position: Int64?
        if let knownAt { position = try await self.position(of: knownAt) }
        let clocks = Clocks(asOf: asOf, publishedBy: publishedBy, knownAt: position)
        return try await CaseRecord(log: log, clocks: clocks, omissions: Omissions()).snapshot()
            .record
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
}
