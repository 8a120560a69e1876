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
        guard let fault = whole.readingFault else { return [] }
        let places = whole.unreadablePlaces(at: .root)
        return places.isEmpty ? [Fault(at: .root, fault.message, hint: fault.hint)] : places
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

    /// The texts and numbers in it that could not be read by themselves.
    fileprivate func unreadablePlaces(at path: JSONPointer) -> [Fault] {
        switch self {
        case .array(let elements):
            elements.enumerated().flatMap { $1.unreadablePlaces(at: path.appending($0)) }
        case .object(let object):
            object.members.flatMap { member in
                JSONValue.string(member.name).unreadablePlaces(at: path)
                    + member.value.unreadablePlaces(at: path.appending(member.name))
            }
        default:
            readingFault.map { [Fault(at: path, $0.message, hint: $0.hint)] } ?? []
        }
    }
}
