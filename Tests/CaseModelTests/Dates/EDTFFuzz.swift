// The fuzzer compiles this file and the sources of the dates as one module.
#if canImport(CaseModel)
    import CaseModel
#endif

/// What holds for every text whatever: run by the random tests here and by a fuzzer.
///
/// - Returns: a law that the text breaks; nil where all hold. A trap is a failure too.
func lawBroken(by text: String) -> String? {
    if let day = Day(text), !day.text.utf8.elementsEqual(text.utf8) { return "day round trip" }
    if let instant = Instant(text), Instant(instant.text) != instant { return "instant round trip" }
    do throws(EDTFFault) {
        return lawBroken(by: try EDTFDate(text), read: text)
    } catch {
        guard (0...text.utf8.count).contains(error.offset) else { return "offset within the text" }
        return error.message.isEmpty || error.hint.isEmpty ? "a fault has its words" : nil
    }
}

private func lawBroken(by date: EDTFDate, read text: String) -> String? {
    if !date.text.utf8.elementsEqual(text.utf8) { return "text as entered" }
    if isReversed(date.earliest, date.latest) { return "earliest is not after latest" }
    if isReversed(date.startEarliest, date.startLatest) { return "start is not reversed" }
    if isReversed(date.startLatest, date.latest) { return "no start after the end" }
    if date.phrase.isEmpty { return "a date has words" }
    if date.isBefore(date) == .yes { return "no date is before itself" }
    if date.began(by: date) == .no { return "a date may have begun by its latest day" }
    if date.kind == .point, date.startLatest != date.latest { return "a point starts as it is" }
    if date.startEarliest != date.earliest { return "nothing is before its start" }
    if let broken = lawBroken(inListsOf: date) { return broken }
    let days = DayWindow.from(date, to: date)
    return days.min.map { $0 <= 0 } == false ? "a date may start when it starts" : nil
}

/// A date that may stand in a set means the same there, alone and twice.
private func lawBroken(inListsOf date: EDTFDate) -> String? {
    guard let one = try? EDTFDate("[\(date),\(date)]") else { return nil }
    guard let all = try? EDTFDate("{\(date),\(date)}") else { return "both sets take a date" }
    guard one.kind == .point, all.kind == .span else { return "one is a point, all a span" }
    for set in [one, all] where set.lower != date.lower || set.upper != date.upper {
        return "a set is bounded by its members"
    }
    return one.isApproximate == date.isApproximate && one.isUncertain == date.isUncertain
        ? nil : "a set has the marks of its members"
}

private func isReversed(_ first: Day?, _ last: Day?) -> Bool {
    guard let first, let last else { return false }
    return first > last
}

/// The same for bytes as a fuzzer hands them over; what is not UTF-8 is repaired first.
func lawBroken(byBytes bytes: some Collection<UInt8>) -> String? {
    lawBroken(by: String(decoding: bytes, as: UTF8.self))
}
