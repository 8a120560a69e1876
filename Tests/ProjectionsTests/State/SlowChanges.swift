import CanonicalJSON

/// A happening as the slow state reads it: words, and windows of days that were worked out by hand.
struct SlowHappening {
    let name: String
    let type: String
    let stream: String
    let position: Int64
    let occurred: String?
    let data: JSONObject
    /// Whether the clocks asked, but for the day, certainly admit it.
    let isCertain: Bool
}

extension SlowHappening {
    /// Its place among changes.
    var order: (Int64, Int64, Int64) {
        let window = SlowState.orderWindow(occurred)
        return (
            window.map { $0.first ?? -1000 } ?? 1000, window.map { $0.last ?? 1000 } ?? 1000,
            position
        )
    }
}

/// One change of one thing, as the rule in Docs/language.md has it.
struct SlowChange {
    /// The day as it is shown; nil where it is undated.
    let day: String?
    let window: April.Window?
    let come: Sureness
    let what: String
    let of: SlowHappening
    /// Where it stands among changes, if that is not the place of its day.
    var place: (Int64, Int64, Int64)?
    var order: (Int64, Int64, Int64) {
        place ?? (
            window.map { $0.first ?? -1000 } ?? 1000, window.map { $0.last ?? 1000 } ?? 1000,
            of.position
        )
    }
}

/// How a case stands, worked out the slow way from the rule.
struct SlowState {
    let happenings: [SlowHappening]
    /// The last day that is asked for, counted as `April` counts; nil where no day is asked.
    let day: Int64?

    /// The window of a date; of a span that of its first date.
    static func window(_ text: String?) -> April.Window? {
        guard let text else { return nil }
        let from = String(text.split(separator: "/").first ?? "")
        return April.dates[from]
    }

    /// The last date of a span that has one.
    static func end(_ text: String?) -> String? {
        guard let parts = text?.split(separator: "/"), parts.count == 2, parts[1] != ".." else {
            return nil
        }
        return String(parts[1])
    }

    static func first(_ text: String?) -> String? {
        text.map { String($0.split(separator: "/").first ?? "") }
    }

    /// Whether a day of a window has come: certainly where its last day is not after that asked.
    func hasCome(_ text: String?, _ happening: SlowHappening) -> Sureness {
        var come = Sureness.yes
        if let day {
            guard let window = SlowState.window(text) else { return .perhaps }
            var last = window.last
            // A span has begun by its end at the latest.
            if let end = SlowState.window(SlowState.end(text))?.last {
                last = min(last ?? end, end)
            }
            come = (last.map { $0 <= day } ?? false) ? .yes : .perhaps
            if let first = window.first, first > day { come = .no }
        }
        return come == .yes && !happening.isCertain ? .perhaps : come
    }

    /// Whether a span's last day is over: only on a later day.
    func isOver(_ text: String, _ happening: SlowHappening) -> Sureness {
        var over = Sureness.yes
        if let day, let window = SlowState.window(text) {
            over = (window.last.map { $0 < day } ?? false) ? .yes : .perhaps
            if let first = window.first, first >= day { over = .no }
        }
        return over == .yes && !happening.isCertain ? .perhaps : over
    }

    /// A change on the day of a happening, and one at the end of the span for which it lasts.
    func changes(_ happening: SlowHappening, _ what: String, lasts: Bool) -> [SlowChange] {
        let text = happening.occurred
        var all = [
            SlowChange(
                day: SlowState.first(text), window: SlowState.orderWindow(text),
                come: hasCome(text, happening), what: what, of: happening)
        ]
        if lasts, let end = SlowState.end(text) {
            all.append(
                SlowChange(
                    day: end, window: April.dates[end], come: isOver(end, happening), what: "over",
                    of: happening))
        }
        return all.filter { $0.come != .no }
    }

    /// A span stands in the order of changes by its first and its last day.
    static func orderWindow(_ text: String?) -> April.Window? {
        guard let text, text.contains("/") else { return window(text) }
        let last = end(text).flatMap { April.dates[$0]?.last }
        return April.Window(first: window(text)?.first, last: last)
    }

    /// Those certain make the row; where they make none, all do, and nothing of it is certain.
    func row<Row>(
        _ changes: [SlowChange], fold: ([SlowChange]) -> Row?
    ) -> (row: Row, isCertain: Bool, perhaps: [SlowChange])? {
        let ordered = changes.sorted { $0.order < $1.order }
        if let row = fold(ordered.filter { $0.come == .yes }) {
            return (row, true, ordered.filter { $0.come != .yes })
        }
        return fold(ordered).map { ($0, false, []) }
    }

    /// Whether one date certainly lies before another.
    static func isBefore(_ one: String?, _ other: String?) -> Bool {
        guard let last = window(one)?.last, let first = window(other)?.first else { return false }
        return last < first
    }
}
