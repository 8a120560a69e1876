import CanonicalJSON
package import CaseModel

/// One thing that is wrong with an input, at its place in the file.
package struct LocatedFault: Error, Hashable, Sendable {
    /// The file as it was named; nil on the command line.
    package let file: String?
    /// The line, from 1; nil on the command line.
    package let line: Int?
    /// The column in characters, from 1; nil on the command line.
    package let column: Int?
    /// The kind of fault.
    package let code: CaseworkError.Code
    /// What is wrong.
    package let message: String
    /// What to do.
    package let hint: String

    /// A fault at a place.
    package init(
        at place: Place, _ code: CaseworkError.Code, _ message: String, hint: String
    ) {
        file = place.file
        line = place.line
        column = place.column
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// A fault of an event, found where the event was written.
    package init(_ fault: Fault, in origin: Origin) {
        self.init(fault, at: origin.place(of: fault.path))
    }

    private init(_ fault: Fault, at place: Place) {
        let code = CaseworkError.Code(rawValue: fault.code.rawValue) ?? .badEvent
        let path = fault.path.steps.isEmpty ? "" : "\(fault.path): "
        self.init(at: place, code, path + fault.message, hint: fault.hint)
    }

    /// The faults of one event, however many there are.
    static func all(_ faults: Faults, in origin: Origin) -> [LocatedFault] {
        zip(faults.all, origin.places(of: faults.all.map(\.path))).map { LocatedFault($0, at: $1) }
    }
}

/// A place in an input.
package struct Place: Hashable, Sendable {
    /// The file as it was named; nil on the command line.
    package let file: String?
    /// The line, from 1.
    package let line: Int?
    /// The column in characters, from 1.
    package let column: Int?

    /// A place; all nil is the command line.
    package init(file: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

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
