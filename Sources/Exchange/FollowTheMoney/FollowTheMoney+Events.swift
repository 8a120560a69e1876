import CaseModel

/// What happened, as entities: the event itself, what it says of a list or an owner, its links, and
/// who says so.
extension FollowTheMoney {
    func happening(_ event: Event) -> [FTMEntity] {
        [self.event(event)] + details(event) + links(event) + claims(event)
    }

    private func event(_ event: Event) -> FTMEntity {
        var entity = FTMEntity(FTMName.event(event.reference), "Event", from: event)
        entity.add("name", event.body.summary)
        add(event.body.occurred, to: &entity)
        entity.add("keywords", event.type.name)
        entity.add("keywords", record.doubts[event.id]?.rawValue)
        entity.add("recordId", event.name)
        entity.add("notes", event.body.noSource)
        for participant in event.body.actors where isLegal(participant.actor) {
            let name = participant.role == .actor ? "organizer" : "involved"
            entity.add(name, FTMName.actor(participant.actor.slug))
        }
        addSources(of: event, to: &entity)
        return entity
    }

    /// The date as far as it is certain, and in words with the text of the record.
    private func add(_ date: EDTFDate?, to entity: inout FTMEntity) {
        guard let date else { return }
        let certain = FTMDate(date)
        entity.add("date", certain.date, original: date.text)
        entity.add("startDate", certain.start, original: date.text)
        entity.add("endDate", certain.end, original: date.text)
        guard certain.date != date.text else { return }
        entity.add("description", "occurred: \(date.phrase)", original: date.text)
    }

    private func addSources(of event: Event, to entity: inout FTMEntity) {
        for claim in event.body.claims where isKnown(claim.source) {
            entity.add("proof", FTMName.source(claim.source.slug))
        }
    }

    /// What the event says of a listing or an owner.
    ///
    /// Nothing of an event that no source that counts reports as a fact: a listing or an owner would
    /// be found by a screening. One that some sources dispute has the status "disputed".
    private func details(_ event: Event) -> [FTMEntity] {
        guard record.doubts[event.id].map({ $0 == .disputed }) ?? true else { return [] }
        return switch event.body.content {
        case .partyListed(let listed):
            sanction(
                event, of: listed.party, listed.list, listed.instrument, listed.effect, "listed")
        case .partyDelisted(let listed):
            sanction(
                event, of: listed.party, listed.list, listed.instrument, listed.effect, "delisted")
        case .ownershipStated(let stated):
            ownership(event, of: stated)
        default: []
        }
    }

    private func sanction(
        _ event: Event, of party: ActorSlug, _ list: Slug, _ instrument: String?, _ effect: String?,
        _ status: String
    ) -> [FTMEntity] {
        var entity = FTMEntity(
            FTMName.event(event.reference, ".listing"), "Sanction", from: event)
        entity.add("entity", FTMName.actor(party.slug))
        entity.add("programId", list.text)
        entity.add("status", [status, record.doubts[event.id]?.rawValue ?? ""])
        entity.add("authorityId", instrument)
        entity.add("provisions", effect)
        let date = FTMDate.prefix(event.body.occurred)
        entity.add(
            status == "listed" ? "listingDate" : "endDate", date,
            original: event.body.occurred?.text)
        entity.add("recordId", event.name)
        addSources(of: event, to: &entity)
        return [entity]
    }

    private func ownership(_ event: Event, of stated: OwnershipStated) -> [FTMEntity] {
        guard case .owned(let owner, let share, let direct) = stated.ownership, isLegal(owner),
            isAsset(stated.asset)
        else { return [] }
        var entity = FTMEntity(FTMName.event(event.reference, ".owner"), "Ownership", from: event)
        entity.add("owner", FTMName.actor(owner.slug))
        entity.add("asset", FTMName.actor(stated.asset.slug))
        entity.add("ownershipType", direct.rawValue)
        entity.add("status", record.doubts[event.id]?.rawValue)
        let date = FTMDate(event.body.occurred)
        entity.add("date", date.date)
        entity.add("startDate", date.start)
        entity.add("endDate", date.end)
        switch share {
        case .exact(let fraction): entity.add("percentage", fraction.text)
        case .printed(let printed): entity.add("percentage", printed.printed)
        case nil: break
        }
        entity.add("recordId", event.name)
        addSources(of: event, to: &entity)
        return [entity]
    }
}

extension FollowTheMoney {
    private func links(_ event: Event) -> [FTMEntity] {
        event.body.links.enumerated().compactMap { index, link in
            guard isKnown(link.to) else { return nil }
            var entity = FTMEntity(
                FTMName.event(event.reference, ".link-\(index + 1)"), "UnknownLink", from: event)
            entity.add("subject", FTMName.event(event.reference))
            entity.add("object", FTMName.event(link.to))
            entity.add("role", [link.relation.rawValue, link.mode?.rawValue ?? ""])
            entity.add("status", [link.basis.rawValue, link.likelihood?.rawValue ?? ""])
            for dispute in link.disputedBy {
                entity.add(
                    "description", "denied by \(dispute.actor.slug) (\(dispute.source.slug))")
            }
            for case .source(let source) in link.assertedBy where isKnown(source) {
                entity.add("proof", FTMName.source(source.slug))
            }
            entity.add("recordId", event.name)
            return entity
        }
    }

    /// One entity a claim: what the source says of the event, and where.
    private func claims(_ event: Event) -> [FTMEntity] {
        event.body.claims.enumerated().compactMap { index, claim in
            guard isKnown(claim.source) else { return nil }
            var entity = FTMEntity(
                FTMName.event(event.reference, ".claim-\(index + 1)"), "Documentation", from: event)
            entity.add("document", FTMName.source(claim.source.slug))
            entity.add("entity", FTMName.event(event.reference))
            entity.add("role", claim.at)
            entity.add("status", claim.stance?.rawValue)
            entity.add("summary", claim.quote)
            entity.add("description", claim.printed)
            entity.add("recordId", event.name)
            return entity
        }
    }
}
