import CaseModel

/// A second in the form of HTTP's fields (RFC 9110, section 5.6.7): `Wed, 02 Apr 2031 09:30:00 GMT`.
struct HTTPDate: Hashable, Sendable {
    /// The text of the second.
    let text: String
    /// The last instant of the second.
    let end: Instant

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    /// The second that an instant lies in; nil outside the years 0000 to 9999.
    init?(_ instant: Instant) {
        let parts = instant.text.split(separator: "T")
        let date = parts[0].split(separator: "-")
        guard parts[0].utf8.count == 10, date.count == 3, let month = Int(date[1]),
            let end = Instant("\(parts[0])T\(parts[1].prefix(8)).999999Z")
        else { return nil }
        let days = instant.day.daysSince1970 % 7
        let weekday = HTTPDate.weekdays[Int(days < 0 ? days + 7 : days)]
        text =
            "\(weekday), \(date[2]) \(HTTPDate.months[month - 1]) \(date[0]) \(parts[1].prefix(8)) GMT"
        self.end = end
    }

    /// Reads a text of that form; nil for any other.
    init?(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 6, let month = HTTPDate.months.firstIndex(of: parts[2]) else {
            return nil
        }
        let number = month < 9 ? "0\(month + 1)" : String(month + 1)
        guard let instant = Instant("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z"),
            let date = HTTPDate(instant), date.text == text
        else { return nil }
        self = date
    }
}
