import CanonicalJSON

/// Values that added claims give to fields of world events, as far as they were published by a
/// date.
///
/// A world event that such a claim reports is visible from the day on which the claim's source was
/// published, regardless of when the claim was recorded. While the sources of the event's own value
/// are less certainly published, the field has the claim's value.
struct LaterClaims {
    /// The value that one source gives to a field.
    struct Voice {
        let path: String
        let value: JSONValue
        let source: SourceSlug
        /// The position at which it was recorded.
        let position: Int64
        /// Whether it was published by then.
        let said: Trilean
    }

    private var voices: [EventReference: [Voice]] = [:]
    private let view: PublishedView

    /// The added claims among some events, in order of position.
    init(_ events: [ResolvedEvent], _ view: PublishedView) {
        self.view = view
        for event in events where event.standing.retraction == nil {
            take(event.standing)
        }
    }

    private mutating func take(_ standing: EffectiveEvent) {
        guard case .claimAdded(let added) = standing.event.body.content else { return }
        for claim in standing.event.body.claims where claim.supports {
            let published = view.publications.wasPublished(claim.source, by: view.date)
            let said = published.and(standing.isCertain ? .yes : .unknown)
            voices[added.event, default: []].append(
                Voice(
                    path: added.field.path, value: added.value, source: claim.source,
                    position: standing.event.position, said: said))
        }
    }

    /// The values given for fields of a world event, in order of recording; empty for any other
    /// event.
    func voices(on event: Event) -> [Voice] {
        guard !voices.isEmpty, event.type.isWorld else { return [] }
        return event.names.flatMap { voices[$0] ?? [] }.sorted { $0.position < $1.position }
    }

    /// The event with the values that the claims give, if these are as certain as `said` (whether
    /// the event was reported at all) and the event's own values are not.
    ///
    /// Of several claims, the one published first counts, then the one recorded first. Values set
    /// by corrections are not replaced.
    func reading(of standing: EffectiveEvent, _ voices: [Voice], said: Trilean) -> Event {
        let event = standing.event
        var values = JSONObject()
        for path in Set(voices.map(\.path)).subtracting(standing.correctedPaths)
        where path != "claims" && path != "links" {
            let given = voices.filter {
                $0.path == path && !$0.value.isNull && !$0.said.isLess(than: said)
            }
            guard let first = given.reduce(nil, { first($0, $1) }),
                view.wasGiven(path, by: event).isLess(than: said)
            else { continue }
            values[path] = first.value
        }
        // A value that does not fit its field is shown as a claim, and does not become the event's.
        return (try? event.showing(event.json(setting: values))) ?? event
    }

    private func first(_ one: Voice?, _ other: Voice) -> Voice {
        guard let one else { return other }
        return view.publications.isPublished(other.source, before: one.source) ? other : one
    }
}

extension EffectiveEvent {
    /// The fields that corrections set.
    fileprivate var correctedPaths: Set<String> {
        Set(
            corrections.flatMap { correction -> [String] in
                guard case .eventCorrected(let values) = correction.body.content else { return [] }
                return values.set.members.map(\.name)
            })
    }
}

extension Trilean {
    /// Whether it is less certain than another.
    fileprivate func isLess(than other: Trilean) -> Bool {
        switch (self, other) {
        case (.no, .unknown), (.no, .yes), (.unknown, .yes): true
        default: false
        }
    }
}
