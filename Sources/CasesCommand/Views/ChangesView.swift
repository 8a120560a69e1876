import CanonicalJSON
import CaseModel
import Casework

/// What reads otherwise than before, for people: event by event, field by field.
struct ChangesView {
    let changes: [EventChange]

    var lines: [String] {
        guard !changes.isEmpty else { return ["Nothing changes: it stands so already."] }
        var block = Block()
        for change in changes { add(change, to: &block) }
        return block.lines
    }

    private func add(_ change: EventChange, to block: inout Block) {
        switch change.standing {
        case .same: block.add("\(change.event)")
        case .lost: block.add("\(change.event) no longer counts")
        case .regained: block.add("\(change.event) counts again")
        }
        for field in change.fields {
            block.add(
                "\(field.path): \(field.words(field.old)) → \(field.words(field.new))", margin: 2)
        }
    }
}

extension FieldChange {
    /// A value of the field: text as it is, lists and objects as JSON.
    fileprivate func words(_ value: JSONValue?) -> String {
        guard let value else { return path == "occurred" ? "undated" : "nothing" }
        return value.string ?? value.line
    }
}
