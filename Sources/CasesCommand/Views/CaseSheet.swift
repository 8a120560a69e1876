import CanonicalJSON
import CaseModel
import Projections

extension CaseAnswer {
    /// How the case stands: a row for what is in force or held, and for every claim and dispute.
    var sheet: Sheet {
        let rows =
            [overview] + state.measures.map(row) + state.controls.map(row) + state.listings.map(row)
            + state.roles.map(row) + state.ownership.map(row) + state.disputes.map(row)
            + (state.lastEvent.map { [StateRow("last_event", "\($0)")] } ?? [])
        return Sheet(
            columns: StateRow.Column.allCases.map(\.rawValue),
            rows: rows.map { row in StateRow.Column.allCases.map { row[$0] } })
    }

    private var overview: StateRow {
        var row = StateRow("case", state.slug.text)
        row[.status] = state.isOpen ? "open" : "closed"
        row[.title] = state.title ?? ""
        return row
    }

    /// A row that an event set, and whether the clocks asked are sure of it.
    private func row(
        _ what: String, _ subject: String, _ status: String, since: EDTFDate?,
        setBy event: EventReference
    ) -> StateRow {
        var row = StateRow(what, subject)
        row[.status] = status
        row[.since] = since?.text ?? ""
        row[.setBy] = "\(event)"
        row[.certain] = yesOrNo(!state.uncertain.contains(event))
        return row
    }

    private func row(_ measure: Measure) -> StateRow {
        var row = row(
            "measure", measure.slug.text, measure.status.word, since: measure.since,
            setBy: measure.setBy)
        if case .ended(let how) = measure.status { row[.how] = how.rawValue }
        row[.until] = measure.until?.text ?? ""
        row[.kind] = measure.kind?.rawValue ?? ""
        row[.by] = list(measure.by)
        row[.on] = list(measure.on)
        row[.enforced] = yesOrNo(measure.isEnforced)
        return row
    }

    private func row(_ control: Control) -> StateRow {
        var row = row(
            "control", "\(control.asset)", "taken", since: control.since, setBy: control.setBy)
        row[.by] = list(control.by)
        row[.scope] = control.scope ?? ""
        row[.share] = control.share?.words ?? ""
        row[.measure] = control.measure?.text ?? ""
        return row
    }

    private func row(_ listing: Listing) -> StateRow {
        row(
            "listing", "\(listing.party) \(listing.list)", listing.isListed ? "listed" : "delisted",
            since: listing.since, setBy: listing.setBy)
    }

    private func row(_ role: HeldRole) -> StateRow {
        row(
            "role", "\(role.person) \(role.role) \(role.organisation)", role.status.rawValue,
            since: role.since, setBy: role.setBy)
    }

    private func row(_ claim: OwnershipClaim) -> StateRow {
        var row = row(
            "ownership", "\(claim.asset)", "claimed", since: nil, setBy: claim.setBy)
        switch claim.ownership {
        case .undisclosed: row[.status] = "undisclosed"
        case .owned(let owner, let share, let direct):
            row[.owner] = "\(owner)"
            row[.share] = share?.words ?? ""
            row[.direct] = direct.rawValue
        }
        return row
    }

    private func row(_ dispute: OpenDispute) -> StateRow {
        var row = StateRow("dispute", "\(dispute.event)")
        row[.status] = "disputed"
        row[.by] = dispute.by?.description ?? ""
        row[.disputed] = dispute.subject.words
        row[.source] = "\(dispute.source)"
        row[.value] = dispute.value.map { $0.string ?? $0.line } ?? ""
        row[.certain] = yesOrNo(dispute.isCertain)
        return row
    }

    private func list(_ actors: [ActorSlug]) -> String {
        actors.map(\.description).joined(separator: "; ")
    }
}

/// A row of a case's sheet; what does not apply to it is empty.
private struct StateRow {
    /// The columns, in their order.
    enum Column: String, CaseIterable {
        case what, subject, status, since
        case setBy = "set_by"
        case certain, title, how, until, kind, by, on, enforced, scope, measure, owner, share
        case direct, disputed, source, value
    }

    private var cells: [Column: String]

    init(_ what: String, _ subject: String) { cells = [.what: what, .subject: subject] }

    subscript(column: Column) -> String {
        get { cells[column] ?? "" }
        set { cells[column] = newValue }
    }
}
