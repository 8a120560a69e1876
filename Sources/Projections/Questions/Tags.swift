public import CaseModel

/// The tags that things and events carry, folded from the streams in which they were added.
public struct Tags: Hashable, Sendable {
    private var ofStreams: [StreamName: Set<Slug>] = [:]
    private var ofEvents: [EventReference: Set<Slug>] = [:]

    /// No tags.
    public init() {}

    /// The tags among effective events, in order of position: of an addition and a removal the later
    /// one counts.
    public init(_ events: [EffectiveEvent]) {
        for standing in events where standing.retraction == nil {
            switch standing.event.body.content {
            case .tagAdded(let added): set(added.tag, added.event, standing.event, isThere: true)
            case .tagRemoved(let removed):
                set(removed.tag, removed.event, standing.event, isThere: false)
            default: break
            }
        }
        nameAsWritten(events)
    }

    /// Puts the tags of an event under its own name, whichever of its names they were added by.
    private mutating func nameAsWritten(_ events: [EffectiveEvent]) {
        guard !ofEvents.isEmpty else { return }
        for event in events.map(\.event) {
            let tags = event.names.compactMap { ofEvents[$0] }.reduce(into: Set()) {
                $0.formUnion($1)
            }
            if !tags.isEmpty { ofEvents[event.reference] = tags }
        }
    }

    private mutating func set(
        _ tag: Slug, _ about: EventReference?, _ event: Event, isThere: Bool
    ) {
        if let about {
            ofEvents[about, default: []].set(tag, isThere)
        } else {
            ofStreams[event.stream, default: []].set(tag, isThere)
        }
    }

    /// The tags that anything carries.
    public var all: Set<Slug> {
        ofStreams.values.reduce(into: Set(ofEvents.values.joined())) { $0.formUnion($1) }
    }

    /// The tags of a case, an actor, a source, a measure or a list, in their order.
    public func tags(of stream: StreamName) -> [Slug] { (ofStreams[stream] ?? []).sorted() }

    /// The tags of an event itself, in their order.
    public func tags(of event: Event) -> [Slug] {
        (ofEvents[event.reference] ?? []).sorted()
    }

    /// Whether an event carries a tag, by itself or by its stream.
    public func has(_ tag: Slug, _ event: Event) -> Bool {
        has(tag, event.stream) || has(tag, event.reference)
    }

    /// Whether an event of this name carries a tag itself.
    public func has(_ tag: Slug, _ event: EventReference) -> Bool {
        ofEvents[event]?.contains(tag) ?? false
    }

    /// Whether a stream carries a tag.
    public func has(_ tag: Slug, _ stream: StreamName) -> Bool {
        ofStreams[stream]?.contains(tag) ?? false
    }
}

extension Set<Slug> {
    fileprivate mutating func set(_ tag: Slug, _ isThere: Bool) {
        if isThere { insert(tag) } else { remove(tag) }
    }
}
