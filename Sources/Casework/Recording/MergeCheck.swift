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
    func faults(in record: CaseRecord) async throws(CaseworkError) -> [LocatedFault] {
        guard !drafts.isEmpty else { return [] }
        let streams = try await asking { () async throws(EventLogError) in
            try await record.log.streamsOfMergesAndWithdrawals()
        }
        let wanted = Set(streams + drafts.map(\.draft.stream)).filter { $0.kind == .actor }
        // An actor whose stream cannot be read is merged with nobody.
        let stored = try await CaseRecord(log: record.log).stored(wanted.sorted())
        let recorded = StreamReading(stored).readable
        let known = Set(recorded.map(\.id))
        let new = drafts.filter { !known.contains($0.draft.id) }
        let before = MergeCheck.merges(in: recorded)
        let after = MergeCheck.merges(in: MergeCheck.laying(new.map(\.draft), behind: recorded))
        var accepted = before.filter(after.contains)
        return after.filter { !before.contains($0) }.compactMap { merge in
            guard let fault = merge.fault(besides: accepted) else {
                accepted.append(merge)
                return nil
            }
            return located(fault, of: merge, new)
        }
    }

    /// The fault at the merge itself, or at what makes it count or read so.
    private func located(
        _ fault: Fault, of merge: Merge, _ new: [(draft: Draft, origin: Origin)]
    ) -> LocatedFault? {
        let own = new.first { $0.draft.id == merge.id }
        let amending = new.last {
            $0.draft.amended != nil && $0.draft.stream.slug == merge.actor.slug
        }
        if let own { return LocatedFault(fault, in: own.origin) }
        return amending.map { amending in
            let place = JSONPointer.root.appending("data").appending("event")
            let moved = Fault(fault.code, at: place, fault.message, hint: fault.hint)
            return LocatedFault(moved, in: amending.origin)
        }
    }
}

extension MergeCheck {
    /// A merge that counts.
    fileprivate struct Merge: Equatable {
        let id: EventID
        let actor: ActorSlug
        let into: ActorSlug
        let name: EventReference

        static func == (left: Merge, right: Merge) -> Bool {
            (left.id, left.into) == (right.id, right.into)
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

extension MergeCheck.Merge {
    /// What is wrong with it beside others that count; nil where nothing is.
    fileprivate func fault(besides others: [MergeCheck.Merge]) -> Fault? {
        let place = JSONPointer.root.appending("data").appending("into")
        if into == actor {
            return Fault(
                at: place, "an actor cannot be merged with itself",
                hint: "name the actor that stays")
        }
        if let other = others.first(where: { $0.actor == actor && $0.into != into }) {
            return Fault(
                at: place, "\(actor) is already merged into \(other.into)",
                hint: "retract that first: cases retract \(other.name)")
        }
        guard leadsBack(others) else { return nil }
        return Fault(
            at: place, "\(into) is itself merged into \(actor): the merges would form a circle",
            hint: "merge in one direction only")
    }

    private func leadsBack(_ others: [MergeCheck.Merge]) -> Bool {
        var (reached, frontier) = (Set([into]), [into])
        while let next = frontier.popLast() {
            for merge in others where merge.actor == next && reached.insert(merge.into).inserted {
                frontier.append(merge.into)
            }
        }
        return reached.contains(actor)
    }
}
