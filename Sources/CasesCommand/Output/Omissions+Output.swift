import CanonicalJSON
import Casework
import Projections

extension JSONValue {
    /// An answer with what it leaves out; as it is where that is nothing.
    func naming(_ omissions: Omissions?) -> JSONValue {
        guard let unreadable = omissions?.all, !unreadable.isEmpty, var members = object else {
            return self
        }
        members["unreadable"] = .array(unreadable.map(\.json))
        return .object(members)
    }
}

extension Omissions {
    /// Says on standard error what an answer leaves out, even where only failures are told: nobody
    /// may take the answer for the whole.
    func complain() {
        Console.complain(all.map { "cases: left out: \($0.sentence)" })
    }
}

extension UnreadableEvent {
    /// The event, why it cannot be read, and what to do.
    var sentence: String {
        let remedy = "use a newer cases, or cases retract '\(event)' --reason TEXT"
        return plain("\(event), event \(position), cannot be read: \(reason); \(remedy)")
    }
}
