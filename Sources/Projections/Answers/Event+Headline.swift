import CanonicalJSON
package import CaseModel

extension Event {
    /// What the event says in one sentence, for people.
    package var headline: String {
        isErased ? "What it said was erased." : body.summary ?? ""
    }
}

extension JSONObject {
    /// The members of an event, marked where what it said was erased.
    mutating func mark(erased isErased: Bool) {
        if isErased { self["erased"] = true }
    }
}
