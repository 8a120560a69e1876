import CaseModel

extension [DeniedWord] {
    /// Each contradiction once: what two passages say against each other is one, though it is
    /// recorded as a denial of either's event.
    func folded() -> [DeniedWord] {
        var words: [Mirroring] = []
        // Where a passage bears something out, in order.
        var supporting: [Passage: [Int]] = [:]
        for word in map(Mirroring.init) {
            let places = word.denying.compactMap { passage in
                supporting[passage]?.first { words[$0].mirrors(word) }
            }
            let place = places.min() ?? words.count
            let added = place < words.count ? word.denying : word.supporting
            if place < words.count { words[place].take(word) } else { words.append(word) }
            for passage in added { supporting[passage, default: []].append(place) }
        }
        return words.map(\.word)
    }
}

/// A denial, with the passages that bear out what it denies, and those that deny it.
private struct Mirroring {
    private(set) var word: DeniedWord
    private(set) var supporting: Set<Passage>
    private(set) var denying: Set<Passage>

    init(_ word: DeniedWord) {
        self.word = word
        supporting = Set(word.support.compactMap(\.passage))
        denying = Set(word.denials.compactMap(\.passage))
    }

    /// Whether both are denials of whole events, and what supports the one denies the other.
    func mirrors(_ other: Mirroring) -> Bool {
        word.path == nil && other.word.path == nil
            && !other.denying.isDisjoint(with: supporting)
            && !other.supporting.isDisjoint(with: denying)
    }

    mutating func take(_ mirrored: Mirroring) {
        word.events = (word.events + mirrored.word.events).inOrder
        word.support += mirrored.word.denials
        word.denials += mirrored.word.support
        supporting.formUnion(mirrored.denying)
        denying.formUnion(mirrored.supporting)
    }
}

extension DeniedWord {

    /// The denial as a conflict of its own.
    func conflict(_ explanations: ExplainedDifferences, _ added: AddedClaims) -> Conflict? {
        guard let event = events.first else { return nil }
        return Conflict(
            subject: .event(event.reference), attribute: attribute,
            values: [
                ConflictingValue(value: value, claims: support.uniqued(), isStated: isStated),
                ConflictingValue(value: opposite, claims: denials.uniqued(), isStated: true),
            ],
            explanation: explanations.naming(events).first { explains($0, added) }?.difference,
            events: events)
    }

    /// Whether an explanation is about this denial: about its events and its field; of a denial of
    /// the whole event about any field of which there are no other values to explain.
    private func explains(_ why: ExplainedDifference, _ added: AddedClaims) -> Bool {
        guard why.events.isSubset(of: events.map(\.position)) else { return false }
        let paths = events.flatMap { added.claims(on: $0).map(\.field.path) }
        return path.map { $0 == why.path } ?? !paths.contains(why.path)
    }
}

extension Conflict {
    /// The conflict with a denial that tells the same; nil where it tells something else.
    ///
    /// It does where what is denied is one of the values, and the source that denies it stands
    /// behind another: the denial is then another word for that.
    func taking(_ word: DeniedWord) -> Conflict? {
        let denied = Set(word.events.map(\.reference))
        let deniers = Set(word.denials.map(\.source))
        guard isComparable(with: word),
            let one = values.firstIndex(where: { $0.claims.contains { denied.contains($0.event) } }
            ),
            let other = values.indices.first(where: { place in
                place != one && values[place].claims.contains { deniers.contains($0.source) }
            })
        else { return nil }
        var taking = self
        taking.values[other].claims = (values[other].claims + word.denials).uniqued()
        return taking
    }

    /// Values of one event's field are told apart by a denial of that field, values of several
    /// events by one of a whole event.
    private func isComparable(with word: DeniedWord) -> Bool {
        switch subject {
        case .event: word.path == attribute
        case .actor: word.path != "links"
        }
    }
}
