package import CaseModel

extension CaseworkError {
    /// The faults of some input, at least one, as one failure; nothing was recorded.
    package static func refused(_ faults: [LocatedFault]) -> CaseworkError {
        let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
        let code = faults.contains { $0.code != .badReference } ? faults.first?.code : .badReference
        return CaseworkError(
            code ?? .badEvent, "\(count) in the input; nothing was recorded", faults: faults)
    }

    /// The faults of an event that was given on the command line.
    package static func refused(_ faults: Faults) -> CaseworkError {
        refused(faults.all.map { LocatedFault($0, in: .commandLine) })
    }
}
