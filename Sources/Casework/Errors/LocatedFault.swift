package import CanonicalJSON
package import CaseModel

/// One fault of an input, with its place in the file.
package struct LocatedFault: Error, Hashable, Sendable {
    /// The file as the user named it; nil on the command line.
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

    /// Creates a fault at a place.
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

    /// Locates a fault of an event where the event was written.
    package init(_ fault: Fault, in origin: Origin) {
        self.init(fault, at: origin.place(of: fault.path))
    }

    private init(_ fault: Fault, at place: Place) {
        let code = CaseworkError.Code(rawValue: fault.code.rawValue) ?? .badEvent
        let path = fault.path.steps.isEmpty ? "" : "\(fault.path): "
        self.init(at: place, code, path + fault.message, hint: fault.hint)
    }

    /// All faults of one event.
    static func all(_ faults: Faults, in origin: Origin) -> [LocatedFault] {
        zip(faults.all, origin.places(of: faults.all.map(\.path))).map { LocatedFault($0, at: $1) }
    }
}

extension LocatedFault {
    /// The fault for programs.
    package var json: JSONValue {
        [
            "file": file.map(JSONValue.string) ?? .null,
            "line": line.map { .integer(Int64($0)) } ?? .null,
            "column": column.map { .integer(Int64($0)) } ?? .null,
            "code": .string(code.rawValue),
            "message": .string(message),
            "hint": .string(hint),
        ]
    }
}

/// A place in an input.
package struct Place: Hashable, Sendable {
    /// The file as the user named it; nil on the command line.
    package let file: String?
    /// The line, from 1.
    package let line: Int?
    /// The column in characters, from 1.
    package let column: Int?

    /// Creates a place; without arguments it is the command line.
    package init(file: String? = nil, line: Int? = nil, column: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension CaseworkError {
    /// Combines the faults of an input, at least one, into one failure; nothing was recorded.
    package static func refused(_ faults: [LocatedFault]) -> CaseworkError {
        let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
        let code = faults.contains { $0.code != .badReference } ? faults.first?.code : .badReference
        return CaseworkError(
            code ?? .badEvent, "\(count) in the input", .nothing,
            faults: faults.inOrderOfPlace)
    }

    /// Combines the faults of an event that was given on the command line.
    package static func refused(_ faults: Faults) -> CaseworkError {
        refused(faults.all.map { LocatedFault($0, in: .commandLine) })
    }
}

extension [LocatedFault] {
    /// Sorted by file, in the order in which they were read, then by place.
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
