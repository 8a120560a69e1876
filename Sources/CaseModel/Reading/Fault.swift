public import CanonicalJSON

/// A fault of an event as given: what is wrong, where, and what to do about it.
public struct Fault: Error, Hashable, Sendable {
    /// The kind of fault, as machine-readable errors name it.
    public enum Code: String, Sendable {
        /// The event breaks a rule of the language.
        case event = "bad_event"
        /// The event refers to something that does not exist.
        case reference = "bad_reference"
    }

    /// The kind of fault.
    public let code: Code
    /// Where in the event.
    public let path: JSONPointer
    /// What is wrong, in one clause.
    public let message: String
    /// What to do, in one clause; empty if the message already says it.
    public let hint: String

    /// A fault at a place.
    public init(_ code: Code = .event, at path: JSONPointer, _ message: String, hint: String = "") {
        self.code = code
        self.path = path
        self.message = message
        self.hint = hint
    }

    /// A fault of the whole value.
    init(_ message: String, hint: String = "") {
        self.init(at: .root, message, hint: hint)
    }

    /// The same fault with its path prefixed by one step.
    fileprivate func within(_ step: JSONPointer.Step) -> Fault {
        Fault(code, at: JSONPointer([step] + path.steps), message, hint: hint)
    }
}

/// All faults of one reading, so that they can be fixed together.
public struct Faults: Error, Hashable, Sendable {
    /// The faults in the order in which they were found.
    public private(set) var all: [Fault]

    /// The given faults, none to begin with.
    public init(_ all: [Fault] = []) { self.all = all }

    /// Whether nothing is wrong.
    public var isEmpty: Bool { all.isEmpty }

    /// Adds one more fault.
    public mutating func note(_ fault: Fault) { all.append(fault) }

    /// Reads a nested value; its fault paths are relative to it, and are prefixed here.
    ///
    /// This builds no paths unless there is a fault.
    mutating func within<Value>(
        _ step: @autoclosure () -> JSONPointer.Step, _ read: (inout Faults) -> Value
    ) -> Value {
        let known = all.count
        let value = read(&self)
        for index in known..<all.count { all[index] = all[index].within(step()) }
        return value
    }

    /// Runs one part of a reading; its faults are collected, and the result is then nil.
    @discardableResult
    mutating func gather<Value>(_ part: () throws(Faults) -> Value) -> Value? {
        do {
            return try part()
        } catch {
            all += error.all
            return nil
        }
    }

    /// Ends a reading: throws the collected faults, if any.
    public func check() throws(Faults) {
        guard isEmpty else { throw self }
    }
}
