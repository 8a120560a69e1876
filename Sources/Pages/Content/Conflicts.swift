import CaseModel
import Projections
import Wording

extension PageContent {
    /// What contradicts something: each value with those who give it, and what cannot be right.
    init(_ answer: ConflictsAnswer, of slug: Slug?, at place: Place) {
        let all = answer.conflicts
        let groups = [
            ("Open", all.conflicts.filter(\.isOpen)),
            ("Explained", all.conflicts.filter { !$0.isOpen }),
        ].filter { !$0.1.isEmpty }
        self.init(
            template: .conflicts,
            title: slug.map { "What contradicts itself: \($0)" } ?? "Conflicts",
            view: View([
                "of": slug.map { place.view(.stream(StreamName(.case, $0)), $0.text) },
                "isEmpty": all.conflicts.isEmpty && all.lints.isEmpty,
                "groups": groups.map { heading, conflicts in
                    View([
                        "heading": heading,
                        "conflicts": conflicts.map { PageContent.view($0, at: place) },
                    ])
                },
                "hasLints": !all.lints.isEmpty,
                "lints": all.lints.map { lint in
                    place.view(lint.event).adding([
                        "kind": lint.kind.words, "detail": lint.detail,
                    ])
                },
            ]), json: answer.json, remarks: answer.clocks.remarks(answer.registers))
        self = adding(answer.sheet)
    }

    private static func view(_ conflict: Conflict, at place: Place) -> View {
        View([
            "heading": conflict.heading, "summary": conflict.summary,
            "doubt": conflict.isCertain ? nil : uncertainMark,
            "explanation": conflict.explanation.map {
                "explained as \($0.as.words): \($0.note)"
            },
            "values": conflict.values.map { value in
                View([
                    "value": value.value.side,
                    "claims": value.claims.map { claim in
                        place.view(.event(claim.event), claim.words(about: conflict))
                    },
                ])
            },
        ])
    }
}
