package import CaseModel

extension CaseworkError {
    /// The faults of some input, at least one, as one failure; nothing was recorded.
    package static func refused(_ faults: [LocatedFault]) -> CaseworkError {
        let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
        let code = faults.contains { $0.code != .badReference } ? faults.first?.code : .badReference
        return CaseworkError(
            code ?? .badEvent, "\(count) in the input", .nothing,
            faults: faults.inOrderOfPlace)
    }

    /// The faults of an event that was given on the command line.
    package static func refused(_ faults: Faults) -> CaseworkError {
        refused(faults.all.map { LocatedFault($0, in: .commandLine) })
    }
}

extension [LocatedFault] {
    /// File after file as they were read, each from its top to its bottom.
    fileprivate var inOrderOfPlace: [LocatedFault] {
        let files = map(\.file)
        let order = Dictionary(
            files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return enumerated().sorted { left, right in
            let a = (order[left.element.file] ?? 0, left.element.line ?? 0)
            let b = (order[right.element.file] ?? 0, right.element.line ?? 0)
            return a == b ? left.offset < right.offset : a < b
        }.map(\.element)
    }
}
