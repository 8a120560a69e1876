import CanonicalJSON
import CaseModel
import CommandSupport
import Projections
import Wording

extension ActorsAnswer: Presentation {
    var lines: [String] {
        isSingle ? actors.flatMap(details) + ending : list + ending
    }

    private var ending: [String] {
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        return [""] + wrap(plain(read.joined(separator: "; ")), to: terminalWidth)
    }

    private var list: [String] {
        guard !actors.isEmpty else { return ["No actors."] }
        var table = TextTable("ACTOR", "TYPE", "CASES", flexible: 0)
        for actor in actors {
            table.add(paragraphs: [
                [actor.title] + actor.otherNames + listed(actor), [actor.kind],
                actor.cases.isEmpty ? [""] : [actor.cases.words],
            ])
        }
        return table.lines
    }

    private func details(_ actor: KnownActor) -> [String] {
        var block = Block()
        block.add(actor.title)
        if !actor.kind.isEmpty { block.add(actor.kind) }
        for line in actor.otherNames { block.add(line) }
        let names = names(of: actor).sections
        block.add(names)
        if !names.isEmpty, actor.register?.ids.isEmpty == false { block.add([""]) }
        for id in actor.register?.ids ?? [] { block.add("\(id.scheme): \(id.id)") }
        block.add(ownership(of: actor).sections)
        if !actor.roles.isEmpty { block.heading("ROLES") }
        for role in actor.roles {
            let names = [role.person, role.organisation].map { registers.name(of: $0) }
            let status = role.status.rawValue.replacing("_", with: " ")
            block.add(
                "\(names[0]), \(role.role) of \(names[1]): \(status), \(role.since.phrase)"
                    + mark(certain: role.isCertain), margin: 2)
        }
        if !actor.parts.isEmpty { block.heading("EVENTS") }
        for part in actor.parts {
            block.add("\(part.occurred.cell)  \(part.role.rawValue) in \(part.event)", margin: 2)
        }
        return block.lines
    }
}

extension KnownActor {
    fileprivate var title: String { register.map { "\($0.name) (\(slug))" } ?? slug.description }

    fileprivate var kind: String {
        [register?.type.rawValue, register?.country?.code].compactMap(\.self)
            .joined(separator: ", ")
    }

    fileprivate var otherNames: [String] {
        let also = aliases.isEmpty ? nil : "also \(aliases.joined(separator: ", "))"
        let merged = merged.isEmpty ? nil : "merged: \(merged.words)"
        return [also, merged].compactMap(\.self)
    }
}
