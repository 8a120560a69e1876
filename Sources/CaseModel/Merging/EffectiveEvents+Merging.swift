import CanonicalJSON

extension [EffectiveEvent] {
    /// The events with every actor under the name of the one that it turned out to be; so no fold
    /// needs to know of merges.
    ///
    /// Values of claims on fields that name actors are rewritten too, where the event that they are
    /// about is among these. Merges themselves stay as they are.
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

/// A field of an event that an added claim gives a value to.
private struct ClaimedField: Hashable {
    let event: EventReference
    let path: String
}

extension Event {
    fileprivate var claimed: ClaimedField? {
        guard case .claimAdded(let added) = body.content else { return nil }
        return ClaimedField(event: added.event, path: added.field.path)
    }

    /// The event with the actors that its actors turned out to be; nil where none was merged.
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
        // What was readable stays readable: only names are exchanged.
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
