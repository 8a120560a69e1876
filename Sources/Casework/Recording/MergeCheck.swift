import CanonicalJSON
import CaseModel
import EventLog

/// Checks that merges of actors that are to be recorded leave every actor with one name.
///
/// Refused are a merge of an actor with itself, a second one into another actor, and a circle. What
/// an older log already holds stays readable and is not refused again.
struct MergeCheck {
    /// The merges, and what corrects or retracts events of actors, in order of recording.
    private var drafts: [(draft: Draft, origin: Origin)] = []

    /// Takes one more event of the input.
    mutating func take(_ draft: Draft, origin: Origin) {
        guard draft.stream.kind == .actor else { return }
        if case .actorsMerged = draft.body.content {
            drafts.append((draft, origin))
        } else if draft.amended != nil {
            drafts.append((draft, origin))
        }
    }

    /// The faults of the events that were taken, in view of what is recorded.
    func faults(in log: EventLog) async throws -> [LocatedFault] {
        guard !drafts.isEmpty else { return [] }
        let streams = try await log.streamsOfMergesAndWithdrawals()
        let wanted = Set(streams + drafts.map(\.draft.stream)).filter { $0.kind == .actor }
        // An actor whose stream cannot be read is merged with nobody.
        let stored = try await CaseReader(log: log).stored(wanted.sorted())
        let recorded = StreamReading(stored).readable
        let known = Set(recorded.map(\.id))
        let new = drafts.filter { !known.contains($0.draft.id) }
        let before = MergeCheck.merges(in: recorded)
        let after = MergeCheck.merges(in: MergeCheck.laying(new.map(\.draft), behind: recorded))
        var accepted = AcceptedMerges(before.filter(Set(after).contains))
        let old = Set(before)
        let places = FaultPlaces(new)
        return after.filter { !old.contains($0) }.compactMap { merge in
            accepted.accept(merge).flatMap { places.located($0, of: merge) }
        }
    }
}

/// Where the faults of merges are shown.
private struct FaultPlaces {
    private let own: [EventID: Origin]
    private let amending: [Slug: Origin]

    init(_ new: [(draft: Draft, origin: Origin)]) {
        own = Dictionary(new.map { ($0.draft.id, $0.origin) }) { first, _ in first }
        amending = Dictionary(
            new.filter { $0.draft.amended != nil }.map { ($0.draft.stream.slug, $0.origin) }
        ) { $1 }
    }

    /// The fault at the merge itself, or at what makes it count or read so.
    func located(_ fault: Fault, of merge: MergeCheck.Merge) -> LocatedFault? {
        if let own = own[merge.id] { return LocatedFault(fault, in: own) }
        return amending[merge.actor.slug].map { origin in
            let place = JSONPointer.root.appending("data").appending("event")
            let moved = Fault(fault.code, at: place, fault.message, hint: fault.hint)
            return LocatedFault(moved, in: origin)
        }
    }
}

extension MergeCheck {
    /// A merge that counts.
    fileprivate struct Merge: Hashable {
        let id: EventID
        let actor: ActorSlug
        let into: ActorSlug
        let name: EventReference

        static func == (left: Merge, right: Merge) -> Bool {
            (left.id, left.into) == (right.id, right.into)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(id)
            hasher.combine(into)
        }
    }

    /// The merges that count among the events of whole streams, in order of position.
    fileprivate static func merges(in events: [Event]) -> [Merge] {
        let streams = Dictionary(grouping: events, by: \.stream).values
        let standing = streams.flatMap { (try? effective($0)) ?? [] }
        return standing.sorted { $0.event.position < $1.event.position }.compactMap { standing in
            guard standing.retraction == nil,
                case .actorsMerged(let merged) = standing.event.body.content
            else { return nil }
            return Merge(
                id: standing.event.id, actor: ActorSlug(standing.event.stream.slug),
                into: merged.into, name: standing.event.reference)
        }
    }

    fileprivate static func laying(_ drafts: [Draft], behind recorded: [Event]) -> [Event] {
        drafts.reduce(into: recorded) { events, draft in
            events.append(draft.asEvent(behind: events))
        }
    }
}

/// Merges that count together: every actor is merged into one other at most, and none into itself by
/// a detour.
private struct AcceptedMerges {
    private var merges: [ActorSlug: MergeCheck.Merge] = [:]
    /// A step on the way from each merged actor to the one that all of them turned out to be.
    private var above: [ActorSlug: ActorSlug] = [:]

    /// Merges that are recorded already; of two of one actor in an older log, the first counts here.
    init(_ recorded: [MergeCheck.Merge]) {
        for merge in recorded where merges[merge.actor] == nil { add(merge) }
    }

    /// Adds a merge, unless something is wrong with it beside those before: that.
    mutating func accept(_ merge: MergeCheck.Merge) -> Fault? {
        let place = JSONPointer.root.appending("data").appending("into")
        if merge.into == merge.actor {
            return Fault(
                at: place, "an actor cannot be merged with itself",
                hint: "name the actor that stays")
        }
        if let other = merges[merge.actor], other.into != merge.into {
            return Fault(
                at: place, "\(merge.actor) is already merged into \(other.into)",
                hint: "retract that first: cases retract \(other.name)")
        }
        guard survivor(of: merge.into) != merge.actor else {
            return Fault(
                at: place,
                "\(merge.into) is itself merged into \(merge.actor): the merges would form a circle",
                hint: "merge in one direction only")
        }
        if merges[merge.actor] == nil { add(merge) }
        return nil
    }

    private mutating func add(_ merge: MergeCheck.Merge) {
        merges[merge.actor] = merge
        let survivor = survivor(of: merge.into)
        if survivor != merge.actor { above[merge.actor] = survivor }
    }

    /// The actor that one turned out to be; the way there is shorter the next time (the path
    /// compression of disjoint sets).
    private mutating func survivor(of actor: ActorSlug) -> ActorSlug {
        var path: [ActorSlug] = []
        var last = actor
        while let next = above[last] {
            path.append(last)
            last = next
        }
        for passed in path { above[passed] = last }
        return last
    }
}
