import CanonicalJSON

/// What claims that were added to happenings say of their fields, as far as that was published by
/// a date.
///
/// A happening that such a claim tells of is there by the day on which that claim's source was
/// published, whenever the claim was recorded; and a field of it reads as the claim gives it, while
/// the sources of the event's own value are less certainly published than that.
struct LaterClaims {
    /// What one source gives as the value of a field.
    struct Voice {
        let path: String
        let value: JSONValue
        let source: SourceSlug
        /// Where it was recorded.
        let position: Int64
        /// Whether it was said by then.
        let said: Trilean
    }

    private var voices: [EventReference: [Voice]] = [:]
    private let view: PublishedView

    /// What the claims among some events say, in order of position.
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

    /// What is said of a happening, in order of recording; nothing of any other event.
    func voices(on event: Event) -> [Voice] {
        guard !voices.isEmpty, event.type.isWorld else { return [] }
        return event.names.flatMap { voices[$0] ?? [] }.sorted { $0.position < $1.position }
    }

    /// The happening with the values of fields that these voices give, where they are as certain as
    /// `said`, that it was told at all, and those of its own value are not.
    ///
    /// Of several voices the one that was published first counts, then the one that was recorded
    /// first. What a correction sets stands.
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
        // A value that does not fit its field is shown as a claim, and is not the event's.
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
    /// Whether it holds less certainly than another.
    fileprivate func isLess(than other: Trilean) -> Bool {
        switch (self, other) {
        case (.no, .unknown), (.no, .yes), (.unknown, .yes): true
        default: false
        }
    }
}
