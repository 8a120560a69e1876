extension EDTFDate {
    /// The first date of an interval: `1991` of `1991/2004`; any other date itself.
    ///
    /// Nil where an interval's start is open or not known.
    public var start: EDTFDate? {
        guard case .interval(let from, _) = form else { return self }
        guard case .date(let first) = from, let slash = text.utf8.firstIndex(of: UInt8(ascii: "/"))
        else { return nil }
        return EDTFDate(text: String(text[..<slash]), form: .date(first))
    }

    /// The last date of an interval: `2004` of `1991/2004`.
    ///
    /// Nil for a point, for a set, and where the end is open or not known.
    public var end: EDTFDate? {
        guard case .interval(_, .date(let last)) = form,
            let slash = text.utf8.lastIndex(of: UInt8(ascii: "/"))
        else { return nil }
        let text = String(self.text[self.text.utf8.index(after: slash)...])
        return EDTFDate(text: text, form: .date(last))
    }

    /// Whether the last day that this date may mean is before the latest day of another.
    ///
    /// Yes where it certainly is over by then; no where not even its first day is; else nobody can
    /// say. The last day itself has not passed: what holds until a day holds on it.
    public func hasPassed(by date: EDTFDate) -> Trilean {
        guard let day = date.latest else { return .unknown }
        if let latest, latest < day { return .yes }
        if let earliest, earliest >= day { return .no }
        return .unknown
    }
}
