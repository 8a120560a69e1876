public import CanonicalJSON

/// One thing that is wrong with an event as given: what, where, and what to do about it.
public struct Fault: Error, Hashable, Sendable {
    /// The kind of fault, as machine-readable errors name it.
    public enum Code: String, Sendable {
        /// The event breaks a rule of the language.
        case event = "bad_event"
        /// The event names something that is not there.
        case reference = "bad_reference"
    }

    /// The kind of fault.
    public let code: Code
    /// Where in the event.
    public let path: JSONPointer
    /// What is wrong, in one clause.
    public let message: String
    /// What to do, in one clause; empty where the message says it.
    public let hint: String

    /// A fault at a place.
    public init(_ code: Code = .event, at path: JSONPointer, _ message: String, hint: String = "") {
        self.code = code
        self.path = path
        self.message = message
        self.hint = hint
    }

    /// A fault in the whole of what is read.
    init(_ message: String, hint: String = "") {
        self.init(at: .root, message, hint: hint)
    }

    /// The same fault, told from one step further out.
    fileprivate func within(_ step: JSONPointer.Step) -> Fault {
        Fault(code, at: JSONPointer([step] + path.steps), message, hint: hint)
    }
}

/// All faults of one reading, so that a file is mended in one go.
public struct Faults: Error, Hashable, Sendable {
    /// The faults in the order in which they were found.
    public private(set) var all: [Fault]

    /// The given faults, none to begin with.
    public init(_ all: [Fault] = []) { self.all = all }

    /// Whether nothing is wrong.
    public var isEmpty: Bool { all.isEmpty }

    /// Adds one more fault.
    public mutating func note(_ fault: Fault) { all.append(fault) }

    /// Reads what lies one step further in, whose faults tell their places from there on.
    ///
    /// So no place is put together where nothing is wrong.
    mutating func within<Value>(
        _ step: @autoclosure () -> JSONPointer.Step, _ read: (inout Faults) -> Value
    ) -> Value {
        let known = all.count
        let value = read(&self)
        for index in known..<all.count { all[index] = all[index].within(step()) }
        return value
    }

    /// Does one part of a reading; its faults are noted, and then there is no value.
    @discardableResult
    mutating func gather<Value>(_ part: () throws(Faults) -> Value) -> Value? {
        do {
            return try part()
        } catch {
            all += error.all
            return nil
        }
    }

    /// Ends a reading: throws what was noted, if anything was.
    public func check() throws(Faults) {
        guard isEmpty else { throw self }
    }
}
