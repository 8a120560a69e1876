import CanonicalJSON
import CaseModel
package import Projections

extension CaseAnswer {
    /// The state of the case: a row for everything in force or held, and for every claim and
    /// dispute.
    package var sheet: Sheet {
        var rows = [overview]
        rows += state.measures.map { row($0) }
        rows += state.controls.map { row($0) }
        rows += state.licences.map { row($0) }
        rows += state.inquiries.map { row($0) }
        rows += state.listings.map { row($0) }
        rows += state.roles.map { row($0) }
        rows += state.ownership.map { row($0) }
        rows += state.disputes.map { row($0) }
        if let last = state.lastEvent { rows.append(StateTableRow("last_event", last.description)) }
        return Sheet(
            columns: StateTableRow.Column.allCases.map(\.rawValue),
            rows: rows.map { row in StateTableRow.Column.allCases.map { row[$0] } })
    }

    private var overview: StateTableRow {
        var row = StateTableRow("case", state.slug.text)
        row[.status] = state.isOpen ? "open" : "closed"
        row[.title] = state.title ?? ""
        return row
    }

    private func row(_ measure: Measure) -> StateTableRow {
        let standing = StateTableRow.Values(
            status: measure.status.word, since: measure.since, isCertain: measure.isCertain,
            perhaps: measure.perhaps)
        var row = StateTableRow("measure", measure.slug.text, setBy: measure.setBy, standing)
        row[.title] = measure.register?.name ?? ""
        row[.how] = measure.status.how?.rawValue ?? ""
        row.lasts(until: measure.until, hasPassed: measure.hasUntilPassed)
        row[.effective] = measure.effective?.text ?? ""
        row[.kind] = (measure.kind ?? measure.register?.kind)?.rawValue ?? ""
        row[.direction] = measure.direction.rawValue
        row[.by] = list(measure.by)
        row[.on] = list(measure.on)
        row[.enforced] = yesOrNo(measure.isEnforced)
        row[.enforcedUntil] = measure.enforcedUntil?.text ?? ""
        row[.instrument] = measure.instrument ?? ""
        row[.jurisdiction] = measure.jurisdiction?.description ?? ""
        row[.amendments] = measure.amendments.map {
            "\($0.words) (\($0.event))" + mark(certain: $0.isCertain)
        }.joined(separator: "; ")
        return row
    }

    private func row(_ control: Control) -> StateTableRow {
        let standing = StateTableRow.Values(
            status: "taken", since: control.since, isCertain: control.isCertain,
            perhaps: control.perhaps)
        var row = StateTableRow(
            "control", control.asset.description, setBy: control.setBy, standing)
        row.lasts(until: control.until, hasPassed: control.hasUntilPassed)
        row[.by] = list(control.by)
        row[.scope] = control.scope ?? ""
        row[.share] = control.share?.words ?? ""
        row[.measure] = control.measure?.text ?? ""
        return row
    }

    private func row(_ licence: Licence) -> StateTableRow {
        let standing = StateTableRow.Values(
            status: licence.decision.rawValue, since: licence.since,
            isCertain: licence.isCertain, perhaps: licence.perhaps)
        let party = licence.party?.description ?? ""
        var row = StateTableRow("licence", party, setBy: licence.setBy, standing)
        row.lasts(until: licence.until, hasPassed: licence.hasUntilPassed)
        row[.scope] = licence.scope ?? ""
        row[.measure] = licence.measure?.text ?? ""
        return row
    }

    private func row(_ inquiry: Inquiry) -> StateTableRow {
        let standing = StateTableRow.Values(
            status: inquiry.status.rawValue, since: inquiry.since, isCertain: inquiry.isCertain,
            perhaps: inquiry.perhaps)
        var row = StateTableRow("inquiry", inquiry.subject, setBy: inquiry.setBy, standing)
        row[.how] = inquiry.outcome ?? ""
        return row
    }

    private func row(_ listing: Listing) -> StateTableRow {
        let standing = StateTableRow.Values(
            status: listing.status, since: listing.since, isCertain: listing.isCertain,
            perhaps: listing.perhaps)
        var row = StateTableRow(
            "listing", "\(listing.party) \(listing.list)", setBy: listing.setBy, standing)
        row[.title] = registers.lists[listing.list]?.name ?? ""
        row[.direction] = listing.direction.rawValue
        return row
    }

    private func row(_ role: HeldRole) -> StateTableRow {
        let standing = StateTableRow.Values(
            status: role.status.rawValue, since: role.since, isCertain: role.isCertain,
            perhaps: role.perhaps)
        return StateTableRow(
            "role", "\(role.person) \(role.role) \(role.organisation)", setBy: role.setBy,
            standing)
    }

    private func row(_ claim: OwnershipClaim) -> StateTableRow {
        let standing = StateTableRow.Values(
            status: claim.ownership == .undisclosed ? "undisclosed" : "claimed", since: nil,
            isCertain: claim.isCertain, perhaps: claim.perhaps)
        var row = StateTableRow("ownership", claim.asset.description, setBy: claim.setBy, standing)
        if case .owned(let owner, let share, let direct) = claim.ownership {
            row[.owner] = owner.description
            row[.share] = share?.words ?? ""
            row[.direct] = direct.rawValue
        }
        return row
    }

    private func row(_ dispute: OpenDispute) -> StateTableRow {
        var row = StateTableRow("dispute", dispute.event.description)
        row[.status] = "disputed"
        row[.by] = dispute.by?.description ?? ""
        row[.disputed] = dispute.subject.words
        row[.source] = dispute.source.description
        row[.value] = dispute.value.map { $0.string ?? $0.line } ?? ""
        row[.certain] = yesOrNo(dispute.isCertain)
        return row
    }

    private func list(_ actors: [ActorSlug]) -> String {
        actors.map(\.description).joined(separator: "; ")
    }
}
