public import CanonicalJSON

/// Reads the members of an object by name and type and collects every fault; in describing mode it
/// only records which members are requested.
public struct FieldReader {
    /// The faults so far; paths are relative to the object.
    public private(set) var faults = Faults()

    private let source: Source
    /// The number of requested members that are present.
    private var found = 0
    private(set) var described: [Shape.Field] = []
    private(set) var describedRules: [MemberRule] = []

    private enum Source {
        case object(JSONView)
        case description
    }

    /// Reads an object.
    public init(_ object: JSONView) { source = .object(object) }

    /// A reader in describing mode: it returns placeholders and records the requests.
    static func describing() -> FieldReader { FieldReader() }

    private init() { source = .description }

    /// A mandatory member.
    public mutating func required<V: FieldValue>(_ name: String, as type: V.Type = V.self) -> V {
        guard let json = ask(name, V.shape, isRequired: true) else {
            noteMissing(name)
            return V.placeholder
        }
        return read(json, at: .name(name)) ?? V.placeholder
    }

    /// An optional member.
    public mutating func optional<V: FieldValue>(_ name: String, as type: V.Type = V.self) -> V? {
        guard let json = ask(name, V.shape, isRequired: false) else { return nil }
        return read(json, at: .name(name))
    }

    /// A mandatory member that may be `null`, meaning known to be unknown.
    public mutating func nullable<V: FieldValue>(_ name: String, as type: V.Type = V.self) -> V? {
        guard let json = ask(name, .nullable(V.shape), isRequired: true) else {
            noteMissing(name, hint: "null says that it is not known")
            return nil
        }
        return json.isNull ? nil : read(json, at: .name(name))
    }

    /// A list; empty if absent.
    public mutating func list<V: FieldValue>(_ name: String, of type: V.Type = V.self) -> [V] {
        guard let json = ask(name, .list(V.shape), isRequired: false) else { return [] }
        return faults.within(.name(name)) { FieldReader.elements(json, faults: &$0) }
    }

    /// A list with at least one element.
    public mutating func someList<V: FieldValue>(_ name: String, of type: V.Type = V.self) -> [V] {
        guard let json = ask(name, .list(V.shape), isRequired: true), !json.isEmptyList
        else {
            noteMissing(name)
            return []
        }
        return faults.within(.name(name)) { FieldReader.elements(json, faults: &$0) }
    }

    /// An object with arbitrary member names; empty if absent.
    public mutating func map<V: FieldValue>(
        _ name: String, of type: V.Type = V.self, isRequired: Bool = false
    ) -> [(name: String, value: V)] {
        guard let json = ask(name, .map(V.shape), isRequired: isRequired) else {
            if isRequired { noteMissing(name) }
            return []
        }
        return faults.within(.name(name)) { FieldReader.members(json, faults: &$0) }
    }

    /// Whether the member is present, valid or not; an empty list counts as absent.
    func gives(_ name: String) -> Bool {
        guard case .object(let object) = source, let value = object[name] else { return false }
        return !value.isEmptyList
    }

    /// Adds a fault at a member unless a rule on several members holds; in describing mode, the
    /// rule is recorded as a schema can state it.
    public mutating func expect(
        _ rules: @autoclosure () -> [MemberRule], holds: @autoclosure () -> Bool, at name: String,
        _ message: @autoclosure () -> String, hint: @autoclosure () -> String
    ) {
        switch source {
        case .description: describedRules += rules()
        case .object: if !holds() { refuse(name, message(), hint: hint()) }
        }
    }

    /// Adds a fault for a rule that involves several members and that no schema can state.
    public mutating func refuse(_ name: String, _ message: String, hint: String = "") {
        guard case .object = source else { return }
        faults.note(Fault(at: .root.appending(name), message, hint: hint))
    }

    /// Adds a fault for each member that was not requested, with the most similar name among
    /// `known`.
    ///
    /// Every member is requested once, so a count shows whether there are any.
    mutating func refuseUnknown(known: @autoclosure () -> [String]) {
        guard case .object(let object) = source, found < object.memberCount else { return }
        let known = known()
        for name in (object.members ?? []).map(\.name) where !known.contains(name) {
            let hint = remedy(for: name, among: known)
            faults.note(
                Fault(at: .root.appending(name), "unknown field \(quoted(name))", hint: hint))
        }
    }
}

extension FieldReader {
    private mutating func ask(
        _ name: String, _ shape: @autoclosure () -> Shape, isRequired: Bool
    ) -> JSONView? {
        switch source {
        case .object(let object):
            let value = object[name]
            if value != nil { found += 1 }
            return value
        case .description:
            described.append(Shape.Field(name: name, shape: shape(), isRequired: isRequired))
            return nil
        }
    }

    private mutating func noteMissing(_ name: String, hint: String = "") {
        guard case .object = source else { return }
        faults.note(Fault("the field \"\(name)\" is missing", hint: hint))
    }

    private mutating func read<V: FieldValue>(
        _ json: JSONView, at step: @autoclosure () -> JSONPointer.Step
    ) -> V? {
        faults.within(step()) { V(json, faults: &$0) }
    }

    private static func elements<V: FieldValue>(_ json: JSONView, faults: inout Faults) -> [V] {
        guard let elements = json.elements else {
            faults.note(Fault("a list is expected, not \(json.kind)", hint: "use [ ]"))
            return []
        }
        var values: [V] = []
        for (index, element) in elements.enumerated() {
            let value: V? = faults.within(.index(index)) { V(element, faults: &$0) }
            if let value { values.append(value) }
        }
        return values
    }

    private static func members<V: FieldValue>(
        _ json: JSONView, faults: inout Faults
    ) -> [(name: String, value: V)] {
        guard let members = json.members else {
            faults.note(Fault("an object is expected, not \(json.kind)"))
            return []
        }
        return members.compactMap { member in
            faults.within(.name(member.name)) { V(member.value, faults: &$0) }
                .map { (name: member.name, value: $0) }
        }
    }
}

extension JSONView {
    /// Whether this is an empty list, which is equivalent to an absent one.
    fileprivate var isEmptyList: Bool { isArray && isEmpty }
}

/// An object type of the language.
///
/// Its initializer is the only list of its members: reading, the shape and the placeholder are all
/// derived from it.
public protocol FieldRecord: FieldValue {
    /// Reads the members, with one call for each.
    init(reading fields: inout FieldReader)
}

extension FieldRecord {
    /// The members that the initializer requests.
    public static var shape: Shape {
        var fields = FieldReader.describing()
        _ = Self(reading: &fields)
        return .record(fields.described, rules: fields.describedRules)
    }

    /// The record with placeholders for all members.
    public static var placeholder: Self {
        var fields = FieldReader.describing()
        return Self(reading: &fields)
    }

    /// Reads an object; unknown members are faults.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard json.isObject else {
            let hint = "its members: " + Self.shape.fields.map(\.signature).joined(separator: ", ")
            faults.note(Fault("an object is expected, not \(json.kind)", hint: hint))
            return nil
        }
        var fields = FieldReader(json)
        let record = Self(reading: &fields)
        fields.refuseUnknown(known: Self.shape.fields.map(\.name))
        guard fields.faults.isEmpty else {
            fields.faults.all.forEach { faults.note($0) }
            return nil
        }
        self = record
    }
}
