import CaseModel
import Projections

extension CaseAnswer {
    /// What is in force and who holds what, a line each.
    var sheet: Sheet {
        Sheet(
            columns: ["what", "subject", "status", "since", "set_by"],
            rows: state.measures.map {
                ["measure", $0.slug.text, $0.status.word, $0.since?.text ?? "", "\($0.setBy)"]
            }
                + state.controls.map {
                    ["control", "\($0.asset)", "taken", $0.since?.text ?? "", "\($0.setBy)"]
                }
                + state.listings.map {
                    [
                        "listing", "\($0.party) \($0.list)", $0.isListed ? "listed" : "delisted",
                        $0.since?.text ?? "", "\($0.setBy)",
                    ]
                }
                + state.roles.map {
                    [
                        "role", "\($0.person) \($0.role) \($0.organisation)", $0.status.rawValue,
                        $0.since?.text ?? "", "\($0.setBy)",
                    ]
                })
    }
}
