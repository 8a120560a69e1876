package import CanonicalJSON
import CaseModel

/// A field of an event whose value is another than before.
package struct FieldChange: Hashable, Sendable {
    /// `occurred`, `summary`, `actors`, `claims`, `no_source`, `links`, or `data.NAME`.
    package let path: String
    /// The value before; nil where there was none.
    package let old: JSONValue?
    /// The value now; nil where there is none.
    package let new: JSONValue?
}

extension EventType {
    /// The fields in which two bodies of the type differ, in the order of the language.
    ///
    /// `null` and an empty list say no more than absence.
    func changes(from old: JSONObject, to new: JSONObject) -> [FieldChange] {
        let (old, new) = (fields(of: old), fields(of: new))
        let data = Set(old.keys).union(new.keys).filter { $0.hasPrefix("data.") }
        let envelope = ["occurred", "summary", "actors", "claims", "no_source", "links"]
        return (envelope + data.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            .filter { old[$0] != new[$0] }
            .map { FieldChange(path: $0, old: old[$0], new: new[$0]) }
    }

    private func fields(of body: JSONObject) -> [String: JSONValue] {
        let lean = bodyShape.withoutEmptyLists(.object(body)).object ?? body
        let data = (lean["data"]?.object?.members ?? []).map { ("data." + $0.name, $0.value) }
        let all = lean.members.filter { $0.name != "data" }.map { ($0.name, $0.value) } + data
        return Dictionary(all.filter { !$0.1.isNull }) { first, _ in first }
    }
}
