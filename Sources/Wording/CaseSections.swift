import CanonicalJSON
import CaseModel
package import Projections

extension CaseAnswer {
    /// The state in words, section by section; empty sections are left out.
    package var sections: [StateSection] {
        [
            StateSection("Measures", state.measures.map(text)),
            StateSection("Control", state.controls.map(text)),
            StateSection("Licences", state.licences.map(text)),
            StateSection("Inquiries", state.inquiries.map(text)),
            StateSection("Roles", state.roles.map(text)),
            StateSection("Lists", state.listings.map(text)),
            StateSection("Ownership, as claimed", state.ownership.map(text)),
            StateSection("Disputes", state.disputes.map(text), isAlarming: true),
        ].filter { !$0.rows.isEmpty }
    }

    /// The event that set it, and whether that is certain under the requested clocks.
    private func set(
        by event: EventReference, _ isCertain: Bool
    ) -> (event: EventReference, words: String) {
        let marks = (state.unsupported.contains(event) ? ", unsupported" : "")
        return (event, "set by \(event)" + marks + mark(certain: isCertain))
    }

    private func text(_ measure: Measure) -> StateText {
        let name = measure.register.map { "\($0.name) (\(measure.slug))" } ?? measure.slug.text
        let kind = (measure.kind ?? measure.register?.kind).map { " (\($0.rawValue))" } ?? ""
        let law = [
            measure.instrument,
            measure.jurisdiction.map { "jurisdiction: \(registers.name(of: $0))" },
            measure.direction == .eases ? "eases" : nil,
        ].compactMap(\.self).joined(separator: "; ")
        let amendments = measure.amendments.map {
            "amended \($0.words) (\($0.event))" + mark(certain: $0.isCertain)
        }
        let facts = [
            measure.standing, measure.enforcement, parties(measure.by, measure.on), law,
        ].compactMap(\.self).filter { !$0.isEmpty }
        return StateText(
            name + kind, facts + amendments, setBy: set(by: measure.setBy, measure.isCertain),
            perhaps: measure.perhaps, field: "measures.\(measure.slug).status")
    }

    private func parties(_ by: [ActorSlug], _ on: [ActorSlug]) -> String {
        let by = by.isEmpty ? [] : ["by \(registers.names(by))"]
        let on = on.isEmpty ? [] : ["on \(registers.names(on))"]
        return (by + on).joined(separator: " ")
    }

    private func text(_ control: Control) -> StateText {
        let scope = control.scope.map { ": \($0)" } ?? ""
        let facts = [
            control.by.isEmpty ? nil : "by \(registers.names(control.by))",
            "since \(control.since.phrase)",
            control.until.map { $0.lasting(hasPassed: control.hasUntilPassed) },
            control.share.map { "share \($0.words)" },
            control.measure.map { "under \($0)" },
        ].compactMap(\.self)
        return StateText(
            registers.name(of: control.asset) + scope, [facts.joined(separator: ", ")],
            setBy: set(by: control.setBy, control.isCertain), perhaps: control.perhaps)
    }

    private func text(_ licence: Licence) -> StateText {
        let party = licence.party.map { registers.name(of: $0) } ?? "party not said"
        let measure = licence.measure.map { ", from \($0)" } ?? ""
        let scope = licence.scope.map { ": \($0)" } ?? ""
        let until = licence.until.map { ", \($0.lasting(hasPassed: licence.hasUntilPassed))" } ?? ""
        return StateText(
            party + measure + scope,
            ["\(licence.decision.rawValue), since \(licence.since.phrase)\(until)"],
            setBy: set(by: licence.setBy, licence.isCertain), perhaps: licence.perhaps)
    }

    private func text(_ inquiry: Inquiry) -> StateText {
        let outcome = inquiry.outcome.map { ": \($0)" } ?? ""
        return StateText(
            inquiry.subject,
            ["\(inquiry.status.rawValue), since \(inquiry.since.phrase)\(outcome)"],
            setBy: set(by: inquiry.setBy, inquiry.isCertain), perhaps: inquiry.perhaps)
    }

    private func text(_ role: HeldRole) -> StateText {
        let person = registers.name(of: role.person)
        return StateText(
            "\(person), \(role.role) of \(registers.name(of: role.organisation))",
            ["\(role.status.phrase), \(role.since.phrase)"],
            setBy: set(by: role.setBy, role.isCertain), perhaps: role.perhaps, isShort: true)
    }

    private func text(_ listing: Listing) -> StateText {
        let party = registers.name(of: listing.party)
        let list = registers.lists[listing.list].map { "\($0.name) (\(listing.list))" }
        let direction =
            registers.lists[listing.list] == nil ? "" : ", \(listing.direction.rawValue)"
        return StateText(
            "\(party): \(listing.isListed ? "on" : "off") \(list ?? listing.list.text)",
            ["since \(listing.since.phrase)\(direction)"],
            setBy: set(by: listing.setBy, listing.isCertain), perhaps: listing.perhaps,
            isShort: true)
    }

    private func text(_ claim: OwnershipClaim) -> StateText {
        StateText(
            "\(registers.name(of: claim.asset)): \(owner(claim.ownership))", [],
            setBy: set(by: claim.setBy, claim.isCertain), perhaps: claim.perhaps)
    }

    private func owner(_ ownership: Ownership) -> String {
        switch ownership {
        case .undisclosed: "owner not disclosed"
        case .owned(let owner, let share, let direct):
            "owned by \(registers.name(of: owner)), share \(share?.words ?? "not said"), "
                + "directly: \(direct.rawValue)"
        }
    }

    private func text(_ dispute: OpenDispute) -> StateText {
        let by = dispute.by.map { registers.name(of: $0) } ?? "the source itself"
        let says = dispute.value.map { ", which says \($0.string ?? $0.line)" } ?? ""
        return StateText(
            "\(dispute.event), \(dispute.subject.words)",
            [
                "disputed by \(by) (\(registers.words(dispute.source))\(says))"
                    + mark(certain: dispute.isCertain)
            ])
    }
}
