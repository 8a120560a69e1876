package import CaseModel
package import EventLog
import ReadModels

/// Reads the record of one workspace, as some clocks show it.
package struct CaseReader: Sendable {
    /// The log that everything is read from.
    package let log: EventLog
    /// The clocks that every answer is given by.
    package let clocks: Clocks
    /// The last position that is read; nil reads as far as the log goes at each statement.
    let position: Int64?
    /// Takes what cannot be read and is left out; where nil, what cannot be read is an error.
    package let omissions: Omissions?

    /// The record that a log holds, read up to a position where one is given.
    package init(
        log: EventLog, clocks: Clocks = .none, position: Int64? = nil, omissions: Omissions? = nil
    ) {
        self.log = log
        self.clocks = clocks
        self.position = position
        self.omissions = omissions
    }

    /// Folds what the read models lack.
    var projector: Projector { Projector(log: log) }

    /// The read models beside the log.
    var readModels: ReadModels { projector.readModels }
}

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

extension CaseReader {
    /// A snapshot of the record for one answer, as some clocks show it.
    ///
    /// A stream that cannot be read is left out of answers about others, and noted in its
    /// `omissions`.
    package func seen(
        asOf: EDTFDate?, publishedBy: EDTFDate?, knownAt: KnownAt?
    ) async throws -> CaseReader {
        var position: Int64?
        if let knownAt { position = try await self.position(of: knownAt) }
        let clocks = Clocks(asOf: asOf, publishedBy: publishedBy, knownAt: position)
        return try await CaseReader(log: log, clocks: clocks, omissions: Omissions()).snapshot()
            .record
    }

    /// The last position that was recorded by then.
    func position(of knownAt: KnownAt) async throws -> Int64 {
        switch knownAt {
        case .position(let position): position
        case .instant(let instant):
            try await log.lastPosition(recordedBy: instant)
        }
    }
}

extension CaseReader {
    /// A snapshot of the record: the same record, read up to one position of its log, and that
    /// position.
    ///
    /// An answer takes several statements, and other programs append in between. The log is
    /// append-only and its positions have no gaps, so all that is needed is to read no further
    /// than the head that was seen first. That takes no transaction: it holds across a lost
    /// session, on a standby, and behind a pooler.
    package func snapshot() async throws -> (record: CaseReader, position: Int64) {
        if let position { return (self, position) }
        let position = min(try await head(), clocks.knownAt ?? .max)
        let record = CaseReader(
            log: log, clocks: clocks, position: position, omissions: omissions)
        return (record, position)
    }

    /// The same snapshot of the record as other clocks show it.
    func seen(by clocks: Clocks) -> CaseReader {
        CaseReader(log: log, clocks: clocks, position: position, omissions: omissions)
    }

    /// The last position that is read, by the clocks and by the snapshot; nil for the whole log.
    var bound: Int64? {
        guard let position else { return clocks.knownAt }
        return min(position, clocks.knownAt ?? .max)
    }
}

extension CaseReader {
    /// How many events are held at a time by whoever goes through the whole log.
    static let window = 5_000

    /// The stored events at some positions, in order.
    func events(
        at positions: ClosedRange<Int64>, gaps: EventLog.Gaps
    ) async throws -> [StoredEvent] {
        try await log.fold(positions, into: [StoredEvent](), gaps: gaps) {
            events, event in events.append(event)
        }
    }
}
