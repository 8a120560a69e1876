import CanonicalJSON
import CaseModel
import EventLog

extension Recorder {
    /// The faults for country codes that must not be recorded, in events that are not recorded yet.
    func countryFaults(_ drafts: [(Draft, Origin)]) async throws -> [LocatedFault] {
        let found = drafts.filter { !$0.0.countryFaults.isEmpty }
        guard !found.isEmpty else { return [] }
        let events = try await log.events(found.map(\.0.id))
        let recorded = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
        return found.flatMap { draft, origin -> [LocatedFault] in
            if let event = recorded[draft.id], draft.repeats(event) { return [] }
            return draft.countryFaults.map { LocatedFault($0, in: origin) }
        }
    }
}

extension Recorder {
    /// Refuses an event that links an event to itself, by any of its names; an event that an older
    /// version recorded like this is a duplicate and accepted.
    func refuseLinkToItself(_ draft: Draft, _ origin: Origin) async throws {
        guard let path = draft.linkToItself else { return }
        let recorded = try await log.streams(ofEvents: [draft.id])
        guard recorded.isEmpty else { return }
        throw CaseworkError.refused([LocatedFault(.linkToItself(at: path), in: origin)])
    }
}

extension Fault {
    /// The fault for an event linked to itself.
    static func linkToItself(at path: JSONPointer) -> Fault {
        Fault(
            at: path, "a link joins two events; this one joins an event to itself",
            hint: "name the earlier event")
    }
}

extension Draft {
    /// The place of a link that joins an event to itself; nil if there is none.
    fileprivate var linkToItself: JSONPointer? {
        if let index = body.links.firstIndex(where: { $0.to.eventID == id }) {
            return JSONPointer.root.appending("links").appending(index).appending("to")
        }
        guard case .linkAsserted(let asserted) = body.content, asserted.joinsOneEvent else {
            return nil
        }
        return JSONPointer.root.appending("data").appending("to")
    }
}

extension LinkAsserted {
    fileprivate var joinsOneEvent: Bool {
        event == link.to || event.eventID.map { $0 == link.to.eventID } ?? false
    }
}

extension Event {
    /// Whether one of its links, or one that it asserts, joins an event to itself.
    var linksAnEventToItself: Bool {
        if body.links.contains(where: { names.contains($0.to) }) { return true }
        guard case .linkAsserted(let asserted) = body.content else { return false }
        return asserted.joinsOneEvent
    }
}
