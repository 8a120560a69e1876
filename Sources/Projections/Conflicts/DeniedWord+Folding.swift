import CaseModel

extension [DeniedWord] {
    /// Each contradiction once: what two passages say against each other is one, though it is
    /// recorded as a denial of either's event.
    func folded() -> [DeniedWord] {
        reduce(into: []) { words, word in
            if let place = words.firstIndex(where: { $0.mirrors(word) }) {
                words[place].take(word)
            } else {
                words.append(word)
            }
        }
    }
}

extension DeniedWord {
    /// Whether both are denials of whole events, and what supports the one denies the other.
    fileprivate func mirrors(_ other: DeniedWord) -> Bool {
        path == nil && other.path == nil
            && DeniedWord.share(support, other.denials) && DeniedWord.share(denials, other.support)
    }

    private static func share(_ one: [Testimony], _ other: [Testimony]) -> Bool {
        !Set(one.compactMap(\.passage)).isDisjoint(with: other.compactMap(\.passage))
    }

    fileprivate mutating func take(_ mirrored: DeniedWord) {
        events = (events + mirrored.events).inOrder
        support += mirrored.denials
        denials += mirrored.support
    }

    /// The denial as a conflict of its own.
    func conflict(_ explanations: ExplainedDifferences, _ added: AddedClaims) -> Conflict? {
        guard let event = events.first else { return nil }
        return Conflict(
            subject: .event(event.reference), attribute: attribute,
            values: [
                ConflictingValue(value: value, claims: support.uniqued(), isStated: isStated),
                ConflictingValue(value: opposite, claims: denials.uniqued(), isStated: true),
            ],
            explanation: explanations.all.first { explains($0, added) }?.difference,
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
