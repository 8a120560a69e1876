/// An instant of transaction time: UTC, in whole microseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Sendable {
    /// Microseconds since 1970, negative before.
    public let microseconds: Int64

    /// The instant that many microseconds after the start of 1970.
    public init(microseconds: Int64) { self.microseconds = microseconds }
}

extension Instant: Comparable {
    /// The earlier moment is the smaller.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Instant: CustomStringConvertible {
    /// The instant in UTC with six decimals of a second: `2031-04-02T09:30:00.000000Z`.
    public var text: String {
        let (seconds, microsecond) = microseconds.floored(by: Instant.microsecondsInSecond)
        let (days, second) = seconds.floored(by: Instant.secondsInDay)
        var text: [UInt8] = []
        text.reserveCapacity("2031-04-02T09:30:00.000000Z".utf8.count)
        text += Day(known: days).text.utf8
        text.append(UInt8(ascii: "T"))
        text.append(decimal: second / 3600, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(decimal: second / 60 % 60, digits: 2)
        text.append(UInt8(ascii: ":"))
        text.append(decimal: second % 60, digits: 2)
        text.append(UInt8(ascii: "."))
        text.append(decimal: microsecond, digits: 6)
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }

    /// The same as `text`.
    public var description: String { text }

    /// The instant written as `text`: a day in the form of `Day.text`, a time, 0 to 6 decimals, and
    /// `Z`; nil if it has another form, or does not fit in 64 bits.
    public init?(_ text: String) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(decoding: parts[0], as: UTF8.self)),
            let time = Instant.microsecondsOfDay(parts[1])
        else { return nil }
        // The first representable day begins before the 64-bit range, so the sum is computed in 128
        // bits.
        let microsecondsInDay = Instant.secondsInDay * Instant.microsecondsInSecond
        let sum = Int128(day.daysSince1970) * Int128(microsecondsInDay) + Int128(time)
        guard let microseconds = Int64(exactly: sum) else { return nil }
        self.init(microseconds: microseconds)
    }

    private static let microsecondsInSecond: Int64 = 1_000_000
    private static let secondsInDay: Int64 = 86_400

    private static func microsecondsOfDay(_ bytes: Substring.UTF8View) -> Int64? {
        let clock = bytes.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "Z") }
        guard let fraction = microseconds(fraction: bytes[clock.endIndex...]) else { return nil }
        var reader = EDTFReader(String(decoding: clock, as: UTF8.self) + "Z")
        guard let time = try? reader.time(), time.second < 60 else { return nil }
        let seconds = Int64((time.hour * 60 + time.minute) * 60 + time.second)
        return seconds * microsecondsInSecond + fraction
    }

    /// The microseconds of `.123Z` or `Z`.
    private static func microseconds(fraction bytes: Substring.UTF8View) -> Int64? {
        if bytes.elementsEqual("Z".utf8) { return 0 }
        let digits = Array(bytes.dropFirst().dropLast())
        guard bytes.last == UInt8(ascii: "Z"), (1...6).contains(digits.count),
            digits.allSatisfy({ Unicode.Scalar($0).isDigit })
        else { return nil }
        return (digits + Array(repeating: UInt8(ascii: "0"), count: 6 - digits.count))[...]
            .decimalNumber
    }
}

extension [UInt8] {
    /// Appends the last decimal digits of a number that is not negative.
    fileprivate mutating func append(decimal number: Int64, digits: Int) {
        var divisor: Int64 = 1
        for _ in 1..<digits { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}

/// The time of a level 0 date and time, as written; it orders events of one day and does not affect
/// bounds.
struct TimeOfDay: Hashable, Sendable {
    let hour: Int
    let minute: Int
    /// 0 to 60; 60 is a leap second.
    let second: Int
    let zone: Zone

    /// The zone in which the time is given.
    enum Zone: Hashable, Sendable {
        /// Local time of an unspecified place.
        case local
        case utc
        /// Minutes ahead of UTC, and whether the minutes were written.
        case shift(minutes: Int, withMinutes: Bool)
    }

    /// Seconds since the start of the written day, in UTC; the zone may make it negative or longer
    /// than a day.
    ///
    /// Local time counts as UTC.
    var secondOfDay: Int {
        let written = hour * 3600 + minute * 60 + second
        guard case .shift(let minutes, _) = zone else { return written }
        return written - minutes * 60
    }

    /// In words: `23:20:30`, `23:20:30 UTC`, `23:20:30 UTC-04`, `23:20:30 UTC+04:30`.
    var phrase: String {
        "\(hour.twoDigits):\(minute.twoDigits):\(second.twoDigits)\(zone.phrase)"
    }

    /// Whether a leap second is possible here: they are inserted at the end of a UTC day (ISO
    /// 8601-1, ITU-R TF.460).
    ///
    /// Local clocks differ from UTC by whole quarters of an hour, so for local time only the minute
    /// must match.
    var admitsLeapSecond: Bool {
        let minutes = hour * 60 + minute
        let lastOfDay = 24 * 60 - 1
        return switch zone {
        case .local: minutes % 15 == 14
        case .utc: minutes == lastOfDay
        case .shift(let shift, _): (minutes - shift - lastOfDay) % (24 * 60) == 0
        }
    }
}

extension TimeOfDay.Zone {
    fileprivate var phrase: String {
        switch self {
        case .local: return ""
        case .utc: return " UTC"
        case .shift(let minutes, let withMinutes):
            let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
            let sign = minutes < 0 ? "-" : "+"
            return " UTC\(sign)\(hours.twoDigits)" + (withMinutes ? ":\(rest.twoDigits)" : "")
        }
    }
}
