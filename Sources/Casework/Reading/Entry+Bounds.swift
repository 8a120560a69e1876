import CanonicalJSON
import CaseModel

extension Entry {
    /// What no event can hold, at its place: what could be recorded, but never be read again.
    ///
    /// A line of JSON was held to these bounds when it was read; YAML and a command line can say
    /// more than JSON can.
    var boundsFaults: [Fault] {
        if case .line = origin { return [] }
        let whole = JSONValue.object(members)
        return whole.readingFault == nil ? [] : whole.unreadable(at: .root)
    }
}

extension JSONValue {
    /// Why the value, once written, could not be read; nil where it could.
    fileprivate var readingFault: JSONFault? {
        do throws(JSONFault) {
            _ = try JSONValue(reading: canonicalBytes())
            return nil
        } catch {
            return error
        }
    }

    /// The texts and numbers in it that could not be read by themselves, and what lies too deep.
    fileprivate func unreadable(at path: JSONPointer) -> [Fault] {
        switch self {
        case .array, .object:
            guard path.steps.count < JSONBounds.event.depth else {
                let message = "more than \(JSONBounds.event.depth) lists and objects inside each other"
                return [Fault(at: path, message, hint: "nest it less deeply")]
            }
            return unreadableParts(at: path)
        default:
            return readingFault.map { [Fault(at: path, $0.message, hint: $0.hint)] } ?? []
        }
    }

    private func unreadableParts(at path: JSONPointer) -> [Fault] {
        let elements = (array ?? []).enumerated().flatMap { index, element in
            element.unreadable(at: path.appending(index))
        }
        let members = (object?.members ?? []).flatMap { member in
            JSONValue.string(member.name).unreadable(at: path)
                + member.value.unreadable(at: path.appending(member.name))
        }
        return elements + members
    }
}
