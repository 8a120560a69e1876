extension EDTFDate {
    /// A regular expression (ECMA-262) that every date which is read matches.
    ///
    /// It knows no calendar, no order, and not how many characters `X` a date may have: it finds
    /// what an editor can underline, the reader finds the rest.
    public static let pattern: String = {
        let mark = "[?~%]?"
        let year = "\(mark)(-?[0-9X]{4}|Y-?[1-9][0-9]{4,15})\(mark)"
        let month = "\(mark)(0[1-9X]|1[0-2X]|X[0-9X]|2[1-4])\(mark)"
        let day = "\(mark)(0[1-9X]|[12X][0-9X]|3[01X])\(mark)"
        let date = "\(year)(-\(month)(-\(day))?)?"
        let shift = "(Z|[+-][0-9]{2}(:[0-9]{2})?)?"
        let time = "-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\(shift)"
        let end = "(\(date)|\\.\\.)?"
        let member = "(\\.\\.)?\(date)(\\.\\.(\(date))?)?"
        let members = "\(member)(,\(member))*"
        return "^(\(date)|\(time)|\(end)/\(end)|\\[\(members)\\]|\\{\(members)\\})$"
    }()
}
