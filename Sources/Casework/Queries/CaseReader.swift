package import CaseModel
package import EventLog
import ReadModels

/// Reads the record of one workspace as of some clocks.
///
/// Its files: `+Streams` reads events as they stand after corrections; `+ReadModels` has kept rows,
/// completed by folding; `+ReadingAhead` follows links from stream to stream; `+Cases`, `+Changes`,
/// `+Measures`, `+Registers` and `+Search` answer the commands; `+Finding` names what does not exist.
package struct CaseReader: Sendable {
    /// The log to read from.
    package let log: EventLog
    /// The clocks of every answer.
    package let clocks: Clocks
    /// The last position to read; nil reads up to the head at each statement.
    let position: Int64?
    /// Collects what cannot be read and is left out; if nil, that is an error.
    package let omissions: Omissions?
    /// Collects how far the events reach that are read; nil if it is not collected.
    package let readEvents: ReadEvents?
    /// What was read of the snapshot already; nil if nothing is remembered.
    let memory: SnapshotMemory?

    /// Creates a reader of a log, up to a position if one is given.
    init(
        log: EventLog, clocks: Clocks = .none, position: Int64? = nil, omissions: Omissions? = nil,
        readEvents: ReadEvents? = nil, memory: SnapshotMemory? = nil
    ) {
        self.log = log
        self.clocks = clocks
        self.position = position
        self.omissions = omissions
        self.readEvents = readEvents
        self.memory = memory
    }

    /// Folds what is missing in the read models.
    var projector: Projector { Projector(log: log) }

    /// The read models beside the log.
    var readModels: ReadModels { projector.readModels }
}

/// A point in transaction time: a position of the log, or a moment.
package enum KnownAt: Hashable, Sendable {
    case position(Int64)
    case instant(Instant)

    /// Parses a position or moment: a number, a time in UTC, or a day, which means its end.
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
    /// A snapshot of the record for one answer, as of some clocks.
    ///
    /// A stream that cannot be read is left out of answers about others, and noted in its
    /// `omissions`; how far the events reach that are read is collected in its `readEvents`.
    package func seen(
        asOf: EDTFDate?, publishedBy: EDTFDate?, knownAt: KnownAt?
    ) async throws -> CaseReader {
        var position: Int64?
        if let knownAt { position = try await self.position(of: knownAt) }
        let clocks = Clocks(asOf: asOf, publishedBy: publishedBy, knownAt: position)
        let reader = CaseReader(
            log: log, clocks: clocks, omissions: Omissions(), readEvents: ReadEvents())
        return try await reader.snapshot().record
    }

    /// The last position recorded by then.
    func position(of knownAt: KnownAt) async throws -> Int64 {
        switch knownAt {
        case .position(let position): position
        case .instant(let instant):
            try await log.lastPosition(recordedBy: instant)
        }
    }
}

extension CaseReader {
    /// A snapshot of the record, and its position: the same record, read up to one position of its
    /// log.
    ///
    /// An answer takes several statements, and other programs append in between. The log is
    /// append-only and its positions have no gaps, so it is sufficient not to read beyond the head
    /// that was seen first. That needs no transaction: it works across a lost session, on a
    /// standby, and behind a pooler.
    package func snapshot() async throws -> (record: CaseReader, position: Int64) {
        if let position { return (self, position) }
        let position = min(try await head(), clocks.knownAt ?? .max)
        let record = CaseReader(
            log: log, clocks: clocks, position: position, omissions: omissions,
            readEvents: readEvents, memory: memory)
        return (record, position)
    }

    /// The same snapshot of the record as of other clocks.
    func seen(by clocks: Clocks) -> CaseReader {
        CaseReader(
            log: log, clocks: clocks, position: position, omissions: omissions,
            readEvents: readEvents)
    }

    /// The last position to read, by the clocks and by the snapshot; nil for the whole log.
    var bound: Int64? {
        guard let position else { return clocks.knownAt }
        return min(position, clocks.knownAt ?? .max)
    }
}

extension CaseReader {
    /// How many events are held at a time when the whole log is read.
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
