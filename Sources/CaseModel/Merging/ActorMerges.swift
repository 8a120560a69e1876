import CanonicalJSON

/// Merges of actors that turned out to be the same, folded from the streams of actors.
public struct ActorMerges: Hashable, Sendable {
    private var survivors: [ActorSlug: ActorSlug] = [:]
    /// The actors merged into each survivor, in order of their slugs.
    private var mergedInto: [ActorSlug: [ActorSlug]] = [:]

    /// No actor was merged.
    public init() {}

    /// The merges among effective events of actor streams; of two merges of one actor, the later
    /// counts.
    public init(_ events: [EffectiveEvent]) {
        var into: [ActorSlug: ActorSlug] = [:]
        for standing in events where standing.retraction == nil {
            if case .actorsMerged(let merge) = standing.event.body.content {
                into[ActorSlug(standing.event.stream.slug)] = merge.into
            }
        }
        for actor in into.keys where survivors[actor] == nil { follow(actor, into) }
        for actor in merged { mergedInto[survivor(of: actor), default: []].append(actor) }
    }

    /// Follows an actor to its survivor, and assigns that survivor to all actors on the path (path
    /// compression).
    private mutating func follow(_ actor: ActorSlug, _ into: [ActorSlug: ActorSlug]) {
        var path = [actor]
        var places = [actor: 0]
        var last = actor
        while let next = into[last] {
            if let known = survivors[next] {
                last = known
                break
            }
            if let place = places[next] {
                last = path[place...].min() ?? next
                break
            }
            places[next] = path.count
            path.append(next)
            last = next
        }
        for actor in path { survivors[actor] = last }
    }

    /// Whether no actor was merged.
    public var isEmpty: Bool { survivors.isEmpty }

    /// The surviving actor: itself if it was not merged.
    ///
    /// A cycle of merges cannot be recorded; if an older log contains one, its members become one
    /// actor under the first of their slugs.
    public func survivor(of actor: ActorSlug) -> ActorSlug { survivors[actor] ?? actor }

    /// The actors that were merged into another, in order of their slugs.
    public var merged: [ActorSlug] {
        survivors.filter { $0.key != $0.value }.keys.sorted()
    }

    /// The actors that were merged into one of the given actors, in order of their slugs.
    public func merged(into actors: Set<ActorSlug>) -> [ActorSlug] {
        let found = actors.flatMap { mergedInto[$0] ?? [] }
        return found.count > 1 ? found.sorted() : found
    }
}

extension [EffectiveEvent] {
    /// The events with every merged actor replaced by its survivor, so that no fold needs to know
    /// about merges.
    ///
    /// Values of claims on fields that name actors are rewritten too, if the event that they refer
    /// to is among these. The merge events themselves are not changed.
    public func merging(_ merges: ActorMerges) -> [EffectiveEvent] {
        guard !merges.isEmpty else { return self }
        let claimed = claimedShapes
        return map { standing in
            let shape = standing.event.claimed.flatMap { claimed[$0] }
            guard let merged = standing.event.merging(merges, valueShape: shape) else {
                return standing
            }
            var copy = standing
            (copy.event, copy.beforeMerging) = (merged, standing.event)
            return copy
        }
    }

    /// The shapes of the fields that added claims give values to.
    private var claimedShapes: [ClaimedField: Shape] {
        let claimed = Set(compactMap(\.event.claimed))
        guard !claimed.isEmpty else { return [:] }
        let fields = Dictionary(grouping: claimed, by: \.event)
        var shapes: [ClaimedField: Shape] = [:]
        for standing in self {
            for field in standing.event.names.flatMap({ fields[$0] ?? [] }) {
                shapes[field] = standing.event.type.shape(at: field.path)
            }
        }
        return shapes
    }
}

/// A field of an event to which an added claim gives a value.
private struct ClaimedField: Hashable {
    let event: EventReference
    let path: String
}

extension Event {
    fileprivate var claimed: ClaimedField? {
        guard case .claimAdded(let added) = body.content else { return nil }
        return ClaimedField(event: added.event, path: added.field.path)
    }

    /// The event with merged actors replaced by their survivors; nil if there are none.
    fileprivate func merging(_ merges: ActorMerges, valueShape: Shape?) -> Event? {
        if case .actorsMerged = body.content { return nil }
        guard !isErased, valueShape != nil || namesActors(of: merges) else { return nil }
        let survivor = { (text: String) in
            Slug(text).map { merges.survivor(of: ActorSlug($0)).slug.text } ?? text
        }
        let recorded = JSONValue.object(json)
        var merged = type.namingShape.replacing(.actor, in: recorded, by: survivor)
        if let valueShape, var members = merged.object, var data = members["data"]?.object,
            let value = data["value"]
        {
            data["value"] = valueShape.replacing(.actor, in: value, by: survivor)
            members["data"] = .object(data)
            merged = .object(members)
        }
        guard merged != recorded, let members = merged.object else { return nil }
        // A readable event stays readable: only names are replaced.
        return try? Event(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy, json: members)
    }

    private func namesActors(of merges: ActorMerges) -> Bool {
        type.namingShape.references(in: view).contains { found in
            guard found.kind == .actor, let slug = Slug(found.text) else { return false }
            let actor = ActorSlug(slug)
            return merges.survivor(of: actor) != actor
        }
    }
}
