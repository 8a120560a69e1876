/// A moment of `timestamptz`: UTC, in whole microseconds.
package struct Timestamp: Hashable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z, negative before.
    package let microseconds: Int64

    /// The moment that many microseconds after 1970 began.
    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// 2000-01-01T00:00:00Z, from which the wire counts: 10,957 days after 1970 began.
    private static let wireEpoch: Int64 = 10_957 * 86_400 * 1_000_000
}

extension Timestamp: Comparable {
    /// The earlier moment is the smaller.
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Timestamp: PostgresScalar {
    /// `timestamptz`.
    package static var type: PostgresType { .timestamptz }
    /// The epoch and what has passed since: exact, and the same in every time zone.
    package var literal: String {
        "(timestamptz 'epoch' + interval '\(microseconds) microseconds')"
    }

    /// Reads microseconds since 2000; nil for the two infinities and for what no `Int64` holds.
    package init?(wire: Span<UInt8>) {
        guard let since2000 = Int64(bigEndian: wire), since2000 != .min, since2000 != .max
        else { return nil }
        let (since1970, overflow) = since2000.addingReportingOverflow(Self.wireEpoch)
        guard !overflow else { return nil }
        self.init(microseconds: since1970)
    }

    /// Appends microseconds since 2000.
    ///
    /// What lies before every date of PostgreSQL (4713 BC) is sent as a moment that the server
    /// refuses with 22008; wrapped around or as -infinity it would be taken.
    package func encode(into wire: inout [UInt8]) {
        let (since2000, overflow) = microseconds.subtractingReportingOverflow(Self.wireEpoch)
        wire.append(bigEndian: overflow ? .min + 1 : max(since2000, .min + 1))
    }
}
