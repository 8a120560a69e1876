import CanonicalJSON
import CaseModel
import Projections

extension CaseAnswer: Presentation {
    var pieces: [JSONValue] { [json] }

    var lines: [String] {
        var block = Block()
        block.add(state.title ?? state.slug.text)
        let status = state.isOpen ? "open" : "closed"
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add("\(state.slug), \(status), \(read.joined(separator: "; "))")
        section("MEASURES", state.measures, &block, add)
        section("CONTROL", state.controls, &block, add)
        section("ROLES", state.roles, &block, add)
        section("LISTS", state.listings, &block, add)
        section("OWNERSHIP, AS CLAIMED", state.ownership, &block, add)
        section("DISPUTES", state.disputes, &block, add)
        if let last = state.lastEvent {
            block.heading("LAST EVENT")
            block.add(last.description, margin: 2)
        }
        return block.lines
    }

    private func section<Row>(
        _ title: String, _ rows: [Row], _ block: inout Block, _ add: (Row, inout Block) -> Void
    ) {
        guard !rows.isEmpty else { return }
        block.heading(title)
        for row in rows { add(row, &block) }
    }

    /// The event that made something so, and whether the clocks asked are sure of it.
    private func set(by event: EventReference) -> String {
        "set by \(event)" + mark(certain: !state.uncertain.contains(event))
    }

    private func add(_ measure: Measure, _ block: inout Block) {
        let kind = measure.kind.map { " (\($0.rawValue))" } ?? ""
        let enforced = measure.isEnforced ? "" : ", not enforced"
        let until = measure.until.map { ", until \($0.phrase)" } ?? ""
        block.add("\(measure.slug)\(kind)", margin: 2)
        block.add(
            "\(measure.status.phrase)\(enforced), since \(measure.since.phrase)\(until)", margin: 4)
        let by = measure.by.isEmpty ? [] : ["by \(registers.names(measure.by))"]
        let on = measure.on.isEmpty ? [] : ["on \(registers.names(measure.on))"]
        if !(by + on).isEmpty { block.add((by + on).joined(separator: " "), margin: 4) }
        block.add(set(by: measure.setBy), margin: 4)
    }

    private func add(_ control: Control, _ block: inout Block) {
        let scope = control.scope.map { ": \($0)" } ?? ""
        block.add(registers.name(of: control.asset) + scope, margin: 2)
        block.add(
            "by \(registers.names(control.by)), since \(control.since.phrase)"
                + (control.share.map { ", share \($0.words)" } ?? ""), margin: 4)
        block.add(set(by: control.setBy), margin: 4)
    }

    private func add(_ role: HeldRole, _ block: inout Block) {
        let person = registers.name(of: role.person)
        block.add("\(person), \(role.role) of \(registers.name(of: role.organisation))", margin: 2)
        block.add("\(role.status.phrase), \(role.since.phrase); \(set(by: role.setBy))", margin: 4)
    }

    private func add(_ listing: Listing, _ block: inout Block) {
        let party = registers.name(of: listing.party)
        block.add("\(party): \(listing.isListed ? "on" : "off") \(listing.list)", margin: 2)
        block.add("since \(listing.since.phrase); \(set(by: listing.setBy))", margin: 4)
    }

    private func add(_ claim: OwnershipClaim, _ block: inout Block) {
        block.add("\(registers.name(of: claim.asset)): \(owner(claim.ownership))", margin: 2)
        block.add(set(by: claim.setBy), margin: 4)
    }

    private func owner(_ ownership: Ownership) -> String {
        switch ownership {
        case .undisclosed: "owner not disclosed"
        case .owned(let owner, let share, let direct):
            "owned by \(registers.name(of: owner)), share \(share?.words ?? "not said"), "
                + "directly: \(direct.rawValue)"
        }
    }

    private func add(_ dispute: OpenDispute, _ block: inout Block) {
        let by = dispute.by.map { registers.name(of: $0) } ?? "the source itself"
        block.add("\(dispute.event), \(dispute.subject.words)", margin: 2)
        let says = dispute.value.map { ", which says \($0.string ?? $0.line)" } ?? ""
        let mark = mark(certain: dispute.isCertain)
        block.add("disputed by \(by) (\(dispute.source)\(says))\(mark)", margin: 4)
    }
}

extension Measure.Status {
    fileprivate var phrase: String {
        switch self {
        case .ended(let how): "ended (\(how.rawValue))"
        default: word.replacing("_", with: " ")
        }
    }
}

extension HeldRole.Status {
    fileprivate var phrase: String { rawValue.replacing("_", with: " ") }
}

extension Share {
    fileprivate var words: String {
        switch self {
        case .exact(let fraction): fraction.text
        case .printed(let share): "\"\(share.printed)\""
        }
    }
}

extension OpenDispute.Subject {
    fileprivate var words: String {
        switch self {
        case .link(let relation, let to): "\(relation.rawValue) \(to)"
        case .field(let field?): field.path
        case .field(nil): "the whole event"
        }
    }
}
