import CaseModel

extension [DeniedWord] {
    /// Each contradiction once: two passages that contradict each other are one contradiction, even
    /// if it is recorded as a denial of both events.
    func folded() -> [DeniedWord] {
        var words: [Mirroring] = []
        // The indexes of the denials that a passage supports, in order.
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

/// A denial, with the passages that support what it denies, and those that deny it.
private struct Mirroring {
    private(set) var word: DeniedWord
    private(set) var supporting: Set<Passage>
    private(set) var denying: Set<Passage>

    init(_ word: DeniedWord) {
        self.word = word
        supporting = Set(word.support.compactMap(\.passage))
        denying = Set(word.denials.compactMap(\.passage))
    }

    /// Whether both deny whole events, and a passage that supports one denies the other, in both
    /// directions.
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

    /// The denial as a separate conflict.
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

    /// Whether an explanation applies to this denial: it must be about its events and its field;
    /// for a denial of the whole event, about any field that has no other values to explain.
    private func explains(_ why: ExplainedDifference, _ added: AddedClaims) -> Bool {
        guard why.events.isSubset(of: events.map(\.position)) else { return false }
        let paths = events.flatMap { added.claims(on: $0).map(\.field.path) }
        return path.map { $0 == why.path } ?? !paths.contains(why.path)
    }
}

extension Conflict {
    /// The conflict with a matching denial added; nil if the denial does not match.
    ///
    /// It matches if the denied statement is one of the values, and the denying source states
    /// another: the denial then restates that value.
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

    /// A conflict over a field of one event can take a denial of that field; a conflict over
    /// several events can take a denial of a whole event.
    private func isComparable(with word: DeniedWord) -> Bool {
        switch subject {
        case .event: word.path == attribute
        case .actor: word.path != "links"
        }
    }
}
