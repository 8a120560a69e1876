import CaseModel
package import Projections

extension ActorsAnswer {
    /// The lists, owners and assets of an actor, and the rules on control, in words.
    package func ownership(of actor: KnownActor) -> Outline {
        var outline = Outline()
        add(ties(of: actor), to: &outline)
        return outline
    }

    /// The names of an actor that have a time or a language, in words; empty if there are none.
    package func names(of actor: KnownActor) -> Outline {
        var outline = Outline()
        let dated = actor.names.filter { $0.from != nil || $0.to != nil || $0.language != nil }
        if !dated.isEmpty { outline.heading("Names") }
        for name in dated { outline.add(name.words) }
        return outline
    }

    private func add(_ ties: ActorTies, to outline: inout Outline) {
        if !ties.listings.isEmpty { outline.heading("Lists") }
        for listing in ties.listings { add(listing, to: &outline) }
        if !ties.owners.isEmpty { outline.heading("Owners") }
        for branch in ties.owners {
            add(branch, "\(registers.name(of: branch.holding.owner)) holds", to: &outline)
        }
        if ties.owners.contains(where: { $0.depth > 0 }) {
            outline.add("all paths together:")
            for total in ties.shares {
                outline.add(
                    "\(registers.name(of: total.owner)): \(total.share.words)", depth: 2)
            }
        }
        if !ties.owned.isEmpty { outline.heading("Owns") }
        for branch in ties.owned {
            add(branch, "of \(registers.name(of: branch.holding.asset)):", to: &outline)
        }
        outline.heading("Listed, or owned by listed parties")
        for answer in ties.control { add(answer, to: &outline) }
    }

    private func add(_ listing: ActorListing, to outline: inout Outline) {
        let list = registers.lists[listing.row.list].map { "\($0.name) (\(listing.row.list))" }
        let marks = (listing.isDisputed ? ", disputed" : "") + mark(certain: listing.row.isCertain)
        outline.add(
            "\(list ?? listing.row.list.text): \(listing.row.status), "
                + "since \(listing.row.since.phrase)\(marks)")
        for mention in listing.mentions {
            let facts = [
                mention.isListed ? "listed" : "delisted", mention.occurred.phrase,
                mention.instrument, mention.isDisputed ? "disputed" : nil,
            ].compactMap(\.self)
            outline.add(
                "\(facts.joined(separator: ", ")) (\(mention.event))", depth: 2, isFaint: true)
        }
        for possibility in listing.row.perhaps {
            outline.add("perhaps \(possibility.words) (\(possibility.setBy))", depth: 2)
        }
    }

    private func add(_ branch: OwnershipBranch, _ words: String, to outline: inout Outline) {
        let depth = 1 + branch.depth
        let again = branch.isRepeated ? "; shown above" : ""
        outline.add("\(words) \(branch.holding.words)\(again)", depth: depth)
        let events = branch.holding.claims.map(\.description).joined(separator: ", ")
        outline.add("according to \(events)", depth: depth + 1, isFaint: true)
    }
}

extension ActorsAnswer {
    private func add(_ answer: ControlAnswer, to outline: inout Outline) {
        let verdict = answer.verdict
        let inForce =
            verdict.isCaptured == verdict.isCapturedIfInForce
            ? "" : "; if it were in force: \(verdict.isCapturedIfInForce.words)"
        outline.add(
            "\(verdict.rule.name), \(verdict.standing.phrase): \(verdict.isCaptured.words)"
                + inForce)
        for step in answer.steps {
            let name = registers.name(of: step.actor)
            for reason in reasons(of: step) { outline.add("\(name): \(reason)", depth: 2) }
        }
    }

    /// What is said of one actor on the way to an answer; never empty.
    private func reasons(of step: ControlAnswer.Step) -> [String] {
        let listed = step.listings.map { listing in
            "on \(registers.lists[listing.row.list]?.name ?? listing.row.list.text)"
                + (isProgrammeKnown(listing) ? "" : ", and no programme of that list is registered")
                + (listing.isDisputed ? ", which is disputed" : "")
        }
        let owners = step.owners.map { owner in
            "\(registers.name(of: owner.holding.owner)) (\(owner.isCaptured.words)) holds "
                + owner.holding.words
        }
        return listed + owners + [held(step)].compactMap(\.self)
    }

    private func isProgrammeKnown(_ listing: ActorListing) -> Bool {
        registers.lists[listing.row.list]?.programme != nil
    }

    /// How much captured parties hold; nil if the actor is captured anyway or cannot be owned.
    private func held(_ step: ControlAnswer.Step) -> String? {
        switch step.isCaptured {
        case .yes:
            return step.owners.isEmpty
                ? nil : "captured parties hold at least \(step.held.min.words)"
        case .no where step.owners.isEmpty:
            return "not on such a list, and no owner is recorded"
        case .no: return "captured parties hold at most \(step.held.max.words)"
        case .unknown where step.held.max == .none: return nil
        case .unknown:
            let undisclosed = step.undisclosed.map(\.description).joined(separator: ", ")
            let because = undisclosed.isEmpty ? "" : " (not disclosed: \(undisclosed))"
            let unknown =
                step.unknown == .whole
                ? "no owner is certain" : "the owner of \(step.unknown.words) is not certain"
            return "captured parties hold \(step.held.words); \(unknown)\(because)"
        }
    }
}

extension Trilean {
    /// The answer of a rule in words.
    fileprivate var words: String { captured.replacing("_", with: " ") }
}

extension ControlRule.Standing {
    fileprivate var phrase: String {
        switch self {
        case .notYet: "not made yet"
        case .unclear: "of which the day is too vague to tell whether it was in force"
        case .period(let period, let isOver):
            "\(period.status.rawValue.replacing("_", with: " ")) since \(period.from.phrase)"
                + (period.until.map { " until \($0.phrase)" } ?? "")
                + (isOver ? ", and what came after is not known" : "")
        }
    }
}

extension Portion {
    /// The portion for people: a fraction, or a percentage cut after two decimals if the fraction
    /// is unwieldy.
    package var words: String {
        guard denominator > 9_999 else { return text }
        let hundredths = numerator / (denominator / 10_000)
        let rest = hundredths % 100
        return "about \(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
    }
}

extension PortionBounds {
    /// Both bounds, or the one value.
    package var words: String { min == max ? min.words : "from \(min.words) to \(max.words)" }
}

extension Holding {
    /// The share, with what is doubtful about it.
    fileprivate var words: String {
        let facts = [
            share.words, direct == .yes ? nil : "directly: \(direct.rawValue)",
            stated.map { "stated for \($0.phrase)" }, isDisputed ? "disputed" : nil,
        ].compactMap(\.self)
        return facts.joined(separator: ", ") + mark(certain: isCertain)
    }
}

extension DatedName {
    /// The name with its time, language and script: `Inspur Systems, until April 2031`.
    fileprivate var words: String {
        let facts = [
            name, from.map { "from \($0.phrase)" }, to.map { "until \($0.phrase)" }, language,
            script,
        ].compactMap(\.self).joined(separator: ", ")
        let told = events.map(\.description).joined(separator: ", ")
        return told.isEmpty ? facts : "\(facts) (\(told))"
    }
}
