package import CanonicalJSON
package import CaseModel
package import Projections

extension Conflict {
    /// The subject, in words.
    package var heading: String {
        attribute == Conflict.wholeEvent ? "\(subject)" : "\(subject), \(attribute)"
    }
}

extension Testimony {
    /// Who says so, and where: `letter, page 2, denies it`; names the event if it is another one.
    package func words(about conflict: Conflict) -> String {
        let isOther = conflict.subject != .event(event)
        let denial = stance.map { "\($0.rawValue) \(isOther ? "\(event)" : "it")" }
        let words = [
            source.description, claim?.at, (claim?.printed).map { "“\($0)”" },
            (claim?.quote).map { "“\($0)”" },
            denial.map { (by.map { "\($0) " } ?? "") + $0 } ?? (isOther ? "of \(event)" : nil),
        ]
        return words.compactMap(\.self).joined(separator: ", ") + mark(certain: isCertain)
    }
}

extension JSONValue {
    /// One side of a contradiction in words: the text, the printed wording of a quantity or share,
    /// or the members of an object.
    package var side: String {
        switch self {
        case .null: "not so"
        case .bool(let isSo): isSo ? "so" : "not so"
        case .array(let elements): elements.map(\.side).joined(separator: ", ")
        case .object(let members): members["printed"]?.string ?? members.side
        default: string ?? line
        }
    }
}

extension JSONObject {
    fileprivate var side: String {
        members.map { member in
            member.value == true ? member.name : "\(member.name) \(member.value.side)"
        }.joined(separator: ", ")
    }
}

extension Explanation {
    /// The explanation in words.
    package var words: String { rawValue.replacing("_", with: " ") }
}

extension Lint.Kind {
    /// The kind in words.
    package var words: String { rawValue.replacing("_", with: " ") }
}
