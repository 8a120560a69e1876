import CanonicalJSON
import CaseModel
import EventLog

/// Checks that new merges of actors leave every actor with one name.
///
/// Refused are a merge of an actor with itself, a second merge into another actor, and a cycle.
/// Merges in an older log remain readable and are not refused again.
struct MergeCheck {
    /// The merges, and the corrections and retractions of events of actors, in order of recording.
    private var drafts: [(draft: Draft, origin: Origin)] = []

    /// Adds an event of the input.
    mutating func take(_ draft: Draft, origin: Origin) {
        guard draft.stream.kind == .actor else { return }
        if case .actorsMerged = draft.body.content {
            drafts.append((draft, origin))
        } else if draft.amended != nil {
            drafts.append((draft, origin))
        }
    }

    /// The faults of the added events, given the recorded events.
    func faults(in log: EventLog) async throws -> [LocatedFault] {
        guard !drafts.isEmpty else { return [] }
        let streams = try await log.streamsOfMergesAndWithdrawals()
        let wanted = Set(streams + drafts.map(\.draft.stream)).filter { $0.kind == .actor }
        // An actor whose stream cannot be read has no merges.
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

/// Where the faults of merges are reported.
private struct FaultPlaces {
    private let own: [EventID: Origin]
    private let amending: [Slug: Origin]

    init(_ new: [(draft: Draft, origin: Origin)]) {
        own = Dictionary(new.map { ($0.draft.id, $0.origin) }) { first, _ in first }
        amending = Dictionary(
            new.filter { $0.draft.amended != nil }.map { ($0.draft.stream.slug, $0.origin) }
        ) { $1 }
    }

    /// The fault at the merge itself, or at the event that makes it effective or changes it.
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
    /// An effective merge.
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

    /// The effective merges among the events of whole streams, in order of position.
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

/// Merges that are compatible: every actor is merged into at most one other, and none into itself
/// through others.
private struct AcceptedMerges {
    private var merges: [ActorSlug: MergeCheck.Merge] = [:]
    /// For each merged actor, the next actor on the path to the final one.
    private var above: [ActorSlug: ActorSlug] = [:]

    /// Creates the set from recorded merges; of two merges of one actor in an older log, the first
    /// counts here.
    init(_ recorded: [MergeCheck.Merge]) {
        for merge in recorded where merges[merge.actor] == nil { add(merge) }
    }

    /// Adds a merge, unless it conflicts with the earlier ones; then returns the fault.
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

    /// The actor that one was finally merged into; shortens the path for the next call (path
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
