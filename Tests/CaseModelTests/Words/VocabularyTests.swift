import CanonicalJSON
import CaseModel
import Testing

@Suite("The words of the language")
struct VocabularyTests {
    @Test("are its own, in its order", arguments: zip(vocabularies, expected))
    func words(spellings: [String], expected: String) {
        #expect(spellings.joined(separator: " ") == expected)
    }

    static let vocabularies: [[String]] = [
        Role.spellings, ActorType.spellings, MeasureKind.spellings, MeasureStage.spellings,
        MeasureEnd.spellings, RoleChange.spellings, StatementMode.spellings,
        Directness.spellings, Stance.spellings, Relation.spellings, Mode.spellings,
        Basis.spellings, Likelihood.spellings, CorrectionReason.spellings, Explanation.spellings,
    ]

    static let expected = [
        "actor target affected owner asset seller buyer provider user broker participant subject",
        "state agency court company person group coalition site item",
        """
        export_ban export_licence_requirement export_cap export_suspension entity_listing \
        import_ban tariff investment_screening control_seizure management_intervention \
        technology_control foreign_customer_limit know_your_customer_rule financing_ban \
        general_licence exemption fine other
        """,
        "proposed adopted",
        "revoked expired superseded struck_down lapsed_never_in_force",
        "appointed suspended removed reinstated",
        "allegation denial demand commitment promise comment",
        "yes no unknown",
        "denies doubts foretells",
        "responds_to pressured_by enabled_by circumvents supersedes implements follows",
        "retaliates_for complies_with mitigates adapts_to",
        "explicit inferred temporal",
        """
        almost_no_chance very_unlikely unlikely roughly_even_chance likely very_likely \
        almost_certain
        """,
        "typo misreading source_corrected new_information wrong_identity",
        "scope rounding typo later_change different_metric",
    ]

    @Test("of likelihood are ordered from the weakest")
    func likelihoods() {
        let words = Likelihood.allCases
        #expect(words.sorted() == words)
        #expect(Likelihood.almostNoChance < .almostCertain)
        #expect(!(Likelihood.likely < .likely))
    }

    @Test("that nobody knows are refused with the nearest one")
    func nearest() throws {
        for (word, hint) in [
            ("owned", "did you mean \"owner\"?"), ("Actor", "did you mean \"actor\"?"),
            ("traget", "did you mean \"target\"?"), ("byuer", "did you mean \"buyer\"?"),
        ] {
            let found = try faults("action.taken") {
                $0["actors"] = [["role": .string(word), "actor": "acme"]]
            }
            #expect(found.map(\.line) == ["actors[0].role: unknown word \"\(word)\""])
            #expect(found.first?.hint == hint)
        }
    }

    @Test("are all listed where none is near")
    func listed() throws {
        let found = try faults("measure.ended", data: ["measure": "ban", "how": "dissolved"])
        #expect(
            found.first?.hint
                == "known: revoked, expired, superseded, struck_down, lapsed_never_in_force")
    }
}
