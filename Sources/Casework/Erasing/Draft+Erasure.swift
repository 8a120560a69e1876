import CanonicalJSON
import CaseModel

extension Draft {
    /// Throws if this records an erasure: a record of one without the erasure would be false.
    func requireNoErasure(_ origin: Origin) throws(CaseworkError) {
        guard type.name == BodyErased.type else { return }
        let fault = Fault(
            at: JSONPointer.root.appending("type"), "only cases erase records an erasure",
            hint: "leave it out; to erase an event: cases erase EVENT --reason TEXT")
        throw .refused([LocatedFault(fault, in: origin)])
    }
}
