/// The texts that an output holds about an event.
///
/// They are compared byte by byte: to Swift two spellings of one accent are equal, to a record they
/// are two texts.
struct WrittenTexts {
    private var texts: Set<[UInt8]> = []

    mutating func insert(_ text: String) { texts.insert(Array(text.utf8)) }

    mutating func insert(_ others: WrittenTexts) { texts.formUnion(others.texts) }

    func contains(_ text: String) -> Bool { texts.contains(Array(text.utf8)) }
}

extension [String] {
    /// The texts without repetitions, in order of first appearance.
    var eachOnce: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
