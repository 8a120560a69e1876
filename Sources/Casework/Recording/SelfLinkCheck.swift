import CanonicalJSON
import CaseModel
import EventLog

extension CaseRecord {
    /// Refuses an event that links an event to itself, under whichever name; an event that an older
    /// version recorded so is a duplicate and passes.
    func refuseLinkToItself(_ draft: Draft, _ origin: Origin) async throws(CaseworkError) {
        guard let path = draft.linkToItself else { return }
        let recorded = try await asking { () async throws(EventLogError) in
            try await log.streams(ofEvents: [draft.id])
        }
        guard recorded.isEmpty else { return }
        throw .refused([LocatedFault(.linkToItself(at: path), in: origin)])
    }
}

extension Fault {
    /// That an event is linked to itself.
    static func linkToItself(at path: JSONPointer) -> Fault {
        Fault(
            at: path, "a link joins two events; this one joins an event to itself",
            hint: "name the earlier event")
    }
}

extension Draft {
    /// The place of a link that joins an event to itself; nil where there is none.
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
    /// Whether a link on it, or one that it asserts, joins an event to itself.
    var linksAnEventToItself: Bool {
        if body.links.contains(where: { names.contains($0.to) }) { return true }
        guard case .linkAsserted(let asserted) = body.content else { return false }
        return asserted.joinsOneEvent
    }
}
