import CanonicalJSON
import CaseModel
import Projections

extension CaseAnswer: Presentation {
    var pieces: [JSONValue] { [json] }

    var lines: [String] {
        var block = Block()
        block.add(state.title ?? state.slug.text, .heading)
        let status = state.isOpen ? "open" : "closed"
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        block.add("\(state.slug), \(status), \(read.joined(separator: "; "))")
        section("MEASURES", state.measures, &block, add)
        section("CONTROL", state.controls, &block, add)
        section("LICENCES", state.licences, &block, add)
        section("INQUIRIES", state.inquiries, &block, add)
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

    /// The event that set it, and whether that is certain under the requested clocks.
    private func set(by event: EventReference, _ isCertain: Bool) -> String {
        "set by \(event)" + (state.unsupported.contains(event) ? ", unsupported" : "")
            + mark(certain: isCertain)
    }

    /// Adds changes that may have happened since.
    private func add(_ perhaps: [Possibility], _ block: inout Block) {
        for possibility in perhaps {
            block.add("perhaps \(possibility.words) (\(possibility.setBy))", margin: 4)
        }
    }

    private func add(_ measure: Measure, _ block: inout Block) {
        let name = measure.register.map { "\($0.name) (\(measure.slug))" } ?? measure.slug.text
        let kind = (measure.kind ?? measure.register?.kind).map { " (\($0.rawValue))" } ?? ""
        block.add(name + kind, margin: 2)
        block.add(measure.standing, margin: 4)
        if let enforcement = measure.enforcement { block.add(enforcement, margin: 4) }
        let parties = parties(measure.by, measure.on)
        if !parties.isEmpty { block.add(parties, margin: 4) }
        let law = [
            measure.instrument,
            measure.jurisdiction.map { "jurisdiction: \(registers.name(of: $0))" },
            measure.direction == .eases ? "eases" : nil,
        ].compactMap(\.self)
        if !law.isEmpty { block.add(law.joined(separator: "; "), margin: 4) }
        for amendment in measure.amendments {
            block.add(
                "amended \(amendment.words) (\(amendment.event))"
                    + mark(certain: amendment.isCertain), margin: 4)
        }
        block.add(set(by: measure.setBy, measure.isCertain), margin: 4, .faint)
        add(measure.perhaps, &block)
    }

    private func parties(_ by: [ActorSlug], _ on: [ActorSlug]) -> String {
        let by = by.isEmpty ? [] : ["by \(registers.names(by))"]
        let on = on.isEmpty ? [] : ["on \(registers.names(on))"]
        return (by + on).joined(separator: " ")
    }

    private func add(_ control: Control, _ block: inout Block) {
        let scope = control.scope.map { ": \($0)" } ?? ""
        block.add(registers.name(of: control.asset) + scope, margin: 2)
        let facts = [
            control.by.isEmpty ? nil : "by \(registers.names(control.by))",
            "since \(control.since.phrase)",
            control.until.map { $0.lasting(hasPassed: control.hasUntilPassed) },
            control.share.map { "share \($0.words)" },
            control.measure.map { "under \($0)" },
        ].compactMap(\.self)
        block.add(facts.joined(separator: ", "), margin: 4)
        block.add(set(by: control.setBy, control.isCertain), margin: 4, .faint)
        add(control.perhaps, &block)
    }

    private func add(_ licence: Licence, _ block: inout Block) {
        let party = licence.party.map { registers.name(of: $0) } ?? "party not said"
        let measure = licence.measure.map { ", from \($0)" } ?? ""
        let scope = licence.scope.map { ": \($0)" } ?? ""
        block.add(party + measure + scope, margin: 2)
        let until = licence.until.map { ", \($0.lasting(hasPassed: licence.hasUntilPassed))" } ?? ""
        block.add("\(licence.decision.rawValue), since \(licence.since.phrase)\(until)", margin: 4)
        block.add(set(by: licence.setBy, licence.isCertain), margin: 4, .faint)
        add(licence.perhaps, &block)
    }

    private func add(_ inquiry: Inquiry, _ block: inout Block) {
        block.add(inquiry.subject, margin: 2)
        let outcome = inquiry.outcome.map { ": \($0)" } ?? ""
        block.add(
            "\(inquiry.status.rawValue), since \(inquiry.since.phrase)\(outcome)", margin: 4)
        block.add(set(by: inquiry.setBy, inquiry.isCertain), margin: 4, .faint)
        add(inquiry.perhaps, &block)
    }

    private func add(_ role: HeldRole, _ block: inout Block) {
        let person = registers.name(of: role.person)
        block.add("\(person), \(role.role) of \(registers.name(of: role.organisation))", margin: 2)
        block.add(
            "\(role.status.phrase), \(role.since.phrase); \(set(by: role.setBy, role.isCertain))",
            margin: 4)
        add(role.perhaps, &block)
    }

    private func add(_ listing: Listing, _ block: inout Block) {
        let party = registers.name(of: listing.party)
        let list = registers.lists[listing.list].map { "\($0.name) (\(listing.list))" }
        let name = list ?? listing.list.text
        block.add("\(party): \(listing.isListed ? "on" : "off") \(name)", margin: 2)
        let direction =
            registers.lists[listing.list] == nil ? "" : ", \(listing.direction.rawValue)"
        block.add(
            "since \(listing.since.phrase)\(direction); "
                + set(by: listing.setBy, listing.isCertain), margin: 4)
        add(listing.perhaps, &block)
    }

    private func add(_ claim: OwnershipClaim, _ block: inout Block) {
        block.add("\(registers.name(of: claim.asset)): \(owner(claim.ownership))", margin: 2)
        block.add(set(by: claim.setBy, claim.isCertain), margin: 4, .faint)
        add(claim.perhaps, &block)
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
        block.add(
            "disputed by \(by) (\(registers.words(dispute.source))\(says))\(mark)", margin: 4,
            .alarm)
    }
}

extension HeldRole.Status {
    fileprivate var phrase: String { rawValue.replacing("_", with: " ") }
}

extension Share {
    /// The fraction, or the printed wording in quotation marks.
    var words: String {
        switch self {
        case .exact(let fraction): fraction.text
        case .printed(let share): "\"\(share.printed)\""
        }
    }
}

extension OpenDispute.Subject {
    /// What is disputed, in words.
    var words: String {
        switch self {
        case .link(let relation, let to): "\(relation.rawValue) \(to)"
        case .field(let field?): field.path
        case .field(nil): "the whole event"
        }
    }
}

/// Text in blocks, each wrapped to its own margin.
struct Block {
    private(set) var lines: [String] = []

    /// Adds a heading with an empty line before it.
    mutating func heading(_ text: String) {
        if !lines.isEmpty { lines.append("") }
        add(text, .heading)
    }

    /// Adds text indented by a number of columns.
    mutating func add(_ text: String, margin: Int = 0, _ look: Look? = nil) {
        let indent = String(repeating: " ", count: margin)
        lines += wrap(plain(text), to: terminalWidth - margin).map {
            (indent + inked($0, look)).trimmedAtEnd
        }
    }

    /// Adds the position that an answer was read at, its clocks, and remarks on them.
    mutating func addReading(_ knownAt: Int64, _ clocks: Clocks, _ registers: Registers) {
        add([""])
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        add(read.joined(separator: "; "))
    }

    /// Adds lines as they are.
    mutating func add(_ more: [String]) { lines += more }
}
