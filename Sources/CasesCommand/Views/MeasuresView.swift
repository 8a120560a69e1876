import CanonicalJSON
import CaseModel
import Projections
import Wording

extension MeasuresAnswer: Presentation {
    var pieces: [JSONValue] { isSingle ? [json] : measures.map(\.answer) }

    var lines: [String] {
        var block = Block()
        if measures.isEmpty { block.add("No measures.") }
        for measure in measures {
            if !block.lines.isEmpty { block.add([""]) }
            add(measure, &block)
        }
        block.addReading(knownAt, clocks, registers)
        return block.lines
    }

    private func add(_ measure: KnownMeasure, _ block: inout Block) {
        let name = measure.register.map { "\($0.name) (\(measure.slug))" } ?? measure.slug.text
        let kind = (measure.life?.kind ?? measure.register?.kind).map { ", \($0.rawValue)" } ?? ""
        let eases = (measure.life?.direction ?? measure.register?.direction) == .eases
        block.add(name + kind + (eases ? ", eases" : ""))
        for line in facts(measure) { block.add(line, margin: 2) }
        if isSingle { for line in details(measure) { block.add(line, margin: 2) } }
    }

    private func facts(_ measure: KnownMeasure) -> [String] {
        guard let life = measure.life else { return ["nothing recorded of its status"] }
        let by = life.by.isEmpty ? nil : "by \(registers.names(life.by))"
        let on = life.on.isEmpty ? nil : "on \(registers.names(life.on))"
        let parties = [by, on].compactMap(\.self).joined(separator: " ")
        return [life.standing + mark(certain: life.isCertain)]
            + [life.enforcement].compactMap(\.self) + (parties.isEmpty ? [] : [parties])
            + life.perhaps.map { "perhaps \($0.words) (\($0.setBy))" }
            + ["set by \(life.setBy); cases: \(measure.cases.words)"]
    }

    private func details(_ measure: KnownMeasure) -> [String] {
        let register = measure.register
        let law = [
            measure.life?.instrument,
            (measure.life?.jurisdiction ?? register?.jurisdiction).map {
                "jurisdiction: \(registers.name(of: $0))"
            },
            register?.partOf.map { "part of \($0)" },
        ].compactMap(\.self)
        let scope = (register?.scope ?? []).map { code in
            "scope: \(code.scheme) \(code.code)" + (code.text.map { ", \($0)" } ?? "")
        }
        let citations = (register?.citations ?? []).map { citation in
            "\(citation.scheme): \(citation.reference)" + (citation.url.map { " \($0)" } ?? "")
        }
        let amendments = (measure.life?.amendments ?? []).map {
            "amended \($0.words) (\($0.event))" + mark(certain: $0.isCertain)
        }
        let events = measure.events.map { "told by \($0)" }
        return (law.isEmpty ? [] : [law.joined(separator: "; ")]) + scope + citations + amendments
            + events
    }
}
