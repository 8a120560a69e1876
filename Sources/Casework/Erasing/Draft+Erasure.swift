import CanonicalJSON
import CaseModel

extension EventType {
    /// Whether only the command that erases a body records events of this type.
    var recordsErasure: Bool { name == BodyErased.type }

    /// The types of the events that can be imported.
    static var imported: [EventType] { all.filter { !$0.recordsErasure } }
}

extension Draft {
    /// Throws if this records an erasure: a record of one without the erasure would be false.
    func requireNoErasure(_ origin: Origin) throws(CaseworkError) {
        guard type.recordsErasure else { return }
        let fault = Fault(
            at: JSONPointer.root.appending("type"), "only cases erase records an erasure",
            hint: "leave it out; to erase an event: cases erase EVENT --reason TEXT")
        throw .refused([LocatedFault(fault, in: origin)])
    }
}
