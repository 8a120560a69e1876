/// Checks that versions of a stream count 1, 2, 3 … and that no id occurs twice, over the whole log.
///
/// It has to remember every id. So that memory stays bounded, a long log is checked in shares: each
/// check remembers one share of the ids and of the streams, and the log is read once for each.
public struct IdentityCheck: Sendable {
    /// What must be known of an event: its position, stream, version and id.
    public struct Identity: Sendable {
        let position: Int64
        let stream: String
        let version: Int64
        let id: UInt128

        /// The identity of the event at a position.
        public init(position: Int64, stream: String, version: Int64, id: UInt128) {
            (self.position, self.stream) = (position, stream)
            (self.version, self.id) = (version, id)
        }
    }

    /// How many events one check may remember.
    public static let limit: Int64 = 2_000_000

    private let share: (number: UInt64, count: UInt64)
    private var versions: [String: Int64] = [:]
    private var positions: [UInt128: Int64] = [:]
    private(set) var problems = ProblemList()

    /// How many shares a log with this many events is checked in, at least one.
    public static func shares(of events: Int64) -> UInt64 {
        UInt64(max(1, (events + limit - 1) / limit))
    }

    /// The check of one share, numbered from 0, of `count`, of a log with so many events.
    public init(share number: UInt64 = 0, of count: UInt64 = 1, events: Int64 = 0) {
        share = (number, count)
        let own = max(0, events) / Int64(clamping: count)
        positions.reserveCapacity(Int(min(own, IdentityCheck.limit)))
    }

    /// Checks the next event.
    public mutating func check(_ event: Identity) {
        if isOwn(UInt64(truncatingIfNeeded: event.id)) { checkID(event) }
        if share.count == 1 || isOwn(event.stream.utf8.checksum) { checkVersion(event) }
    }

    private func isOwn(_ number: UInt64) -> Bool { number % share.count == share.number }

    private mutating func checkID(_ event: Identity) {
        if let first = positions.updateValue(event.position, forKey: event.id) {
            positions[event.id] = first
            problems.note(.idTaken(at: first), at: event.position)
        }
    }

    /// After an unexpected version, counting continues from it, so that one fault is reported once.
    ///
    /// Stored numbers are arbitrary, up to the maximum, so additions must wrap.
    private mutating func checkVersion(_ event: Identity) {
        let expected = versions[event.stream, default: 0] &+ 1
        if event.version != expected {
            problems.note(
                .version(expected: expected, found: event.version), at: event.position)
        }
        versions[event.stream] = event.version
    }
}

extension String.UTF8View {
    /// FNV-1a: the same in every process, as the shares of a log must be.
    fileprivate var checksum: UInt64 {
        reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
