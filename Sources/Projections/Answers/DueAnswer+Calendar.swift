import CaseModel

extension DueAnswer {
    /// The items as a calendar (iCalendar, RFC 5545), one event for each, over the days that its
    /// date allows.
    ///
    /// The same log gives the same bytes: the time stamp of an entry is that of the recording. An
    /// entry keeps its UID when its day is changed, so that calendars move it. Lines are those of the
    /// file, folded and ending with CR; the caller adds the LF.
    public var calendar: [String] {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cases//cases due//EN",
            "CALSCALE:GREGORIAN", "X-WR-CALNAME:cases due",
        ]
        let lines = head + items.flatMap { $0.entry(title: title($0)) ?? [] } + ["END:VCALENDAR"]
        return lines.flatMap(\.folded).map { $0 + "\r" }
    }

    /// The items that a calendar cannot hold: no bound of the day is known, or its year does not
    /// have four digits.
    public var withoutCalendarDay: [DueItem] { items.filter { $0.calendarDays == nil } }
}

extension DueItem {
    /// Its lines in a calendar; nil if it has no day there.
    fileprivate func entry(title: String) -> [String]? {
        guard let days = calendarDays else { return nil }
        let id = EventID(name: "due/\(kind.rawValue)/\(`case`)/\(subject)")
        let (words, overdue) = (
            kind.rawValue.replacing("_", with: "-"), isOverdue ? "overdue: " : ""
        )
        return [
            "BEGIN:VEVENT", "UID:\(id.text)", "DTSTAMP:\(recordedAt.calendarText)",
            "DTSTART;VALUE=DATE:\(days.first)", "DTEND;VALUE=DATE:\(days.end)",
            "SUMMARY:\((overdue + title).escaped)",
            "DESCRIPTION:\("\(date.phrase); case \(`case`), set by \(setBy)".escaped)",
            "CATEGORIES:\(words.uppercased())", "TRANSP:TRANSPARENT", "END:VEVENT",
        ]
    }

    /// The first day, and the day after the last; a day without one bound is put on the other.
    fileprivate var calendarDays: (first: String, end: String)? {
        guard let first = date.earliest ?? date.latest, let last = date.latest ?? date.earliest,
            let after = Day(daysSince1970: last.daysSince1970 + 1),
            let start = first.calendarText, let end = after.calendarText
        else { return nil }
        return (start, end)
    }
}

extension Day {
    /// `YYYYMMDD`; nil outside the years 0000 to 9999.
    fileprivate var calendarText: String? {
        let digits = text.filter { $0 != "-" }
        return text.utf8.count == 10 && digits.utf8.count == 8 ? digits : nil
    }
}

extension Instant {
    /// `YYYYMMDDTHHMMSSZ`, in UTC.
    fileprivate var calendarText: String {
        String(text.prefix { $0 != "." }.filter { $0 != "-" && $0 != ":" }) + "Z"
    }
}

extension String {
    /// The text as a value of type TEXT (RFC 5545, section 3.3.11).
    fileprivate var escaped: String {
        var escaped = ""
        for character in self {
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case _ where character.isNewline: escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// The line cut into pieces of at most 75 bytes, each but the first with a space before it
    /// (RFC 5545, section 3.1); no character is cut.
    fileprivate var folded: [String] {
        var pieces = [""]
        for scalar in unicodeScalars {
            let width = UTF8.width(scalar)
            if (pieces.last?.utf8.count ?? 0) + width > 75 { pieces.append(" ") }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        return pieces
    }
}
