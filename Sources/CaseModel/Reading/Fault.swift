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

    /// Does one part of a reading; its faults are noted, and then there is no value.
    @discardableResult
    mutating func gather<Value>(_ part: () throws(Faults) -> Value) -> Value? {
        do throws(Faults) {
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
