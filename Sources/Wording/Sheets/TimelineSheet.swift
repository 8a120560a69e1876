import CaseModel
package import Projections

extension TimelineAnswer {
    /// The answer as a table.
    package var sheet: Sheet {
        Sheet(
            columns: [
                "occurred", "event", "type", "summary", "actors", "sources", "published", "status",
                "links", "dissent", "certain",
            ],
            rows: timeline.entries.map(row))
    }

    private func row(_ entry: TimelineEntry) -> [String] {
        let event = entry.event
        return [
            entry.occurred?.text ?? "", event.reference.description, event.type.name,
            event.headline,
            event.body.actors.map { "\($0.role.rawValue) \($0.actor)" }.joined(separator: "; "),
            entry.sources.map { registers.words($0) }.joined(separator: "; "),
            entry.published?.text ?? "", entry.status.rawValue,
            entry.links.flatMap { [$0.cell] + ($0.denial(registers).map { [$0] } ?? []) }
                .joined(separator: "; "),
            entry.dissent.map { $0.words + mark(certain: $0.isCertain) }.joined(separator: "; "),
            yesOrNo(entry.isCertain),
        ]
    }
}
