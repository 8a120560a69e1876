public import CanonicalJSON

/// Reads the members of one object by name and type, noting every fault; or, describing, only
/// notes which members are asked for.
public struct FieldReader {
    /// What was wrong so far.
    public private(set) var faults = Faults()
    /// Where the object stands.
    public let path: JSONPointer

    private let source: Source
    private var asked: [String] = []
    private(set) var described: [Shape.Field] = []

    private enum Source {
        case object(JSONObject)
        case description
    }

    /// Reads `object`, which stands at `path`.
    public init(_ object: JSONObject, at path: JSONPointer) {
        source = .object(object)
        self.path = path
    }

    /// A reader that answers with placeholders and remembers what it was asked.
    static func describing() -> FieldReader { FieldReader() }

    private init() {
        source = .description
        path = .root
    }

    /// A member that must be there.
    public mutating func required<V: FieldValue>(_ name: String, as type: V.Type = V.self) -> V {
        guard let json = ask(name, V.shape, isRequired: true) else {
            noteMissing(name)
            return V.placeholder
        }
        return V(json, at: path.appending(name), faults: &faults) ?? V.placeholder
    }

    /// A member that may be absent.
    public mutating func optional<V: FieldValue>(_ name: String, as type: V.Type = V.self) -> V? {
        guard let json = ask(name, V.shape, isRequired: false) else { return nil }
        return V(json, at: path.appending(name), faults: &faults)
    }

    /// A member that must be there and may be `null`, which says that it is known to be unknown.
    public mutating func nullable<V: FieldValue>(_ name: String, as type: V.Type = V.self) -> V? {
        guard let json = ask(name, .nullable(V.shape), isRequired: true) else {
            noteMissing(name, hint: "null says that it is not known")
            return nil
        }
        return json.isNull ? nil : V(json, at: path.appending(name), faults: &faults)
    }

    /// A list, empty where it is absent.
    public mutating func list<V: FieldValue>(_ name: String, of type: V.Type = V.self) -> [V] {
        guard let json = ask(name, .list(V.shape), isRequired: false) else { return [] }
        return elements(json, at: path.appending(name))
    }

    /// A list with at least one element.
    public mutating func someList<V: FieldValue>(_ name: String, of type: V.Type = V.self) -> [V] {
        guard let json = ask(name, .list(V.shape), isRequired: true), json.array?.isEmpty != true
        else {
            noteMissing(name)
            return []
        }
        return elements(json, at: path.appending(name))
    }

    /// An object whose member names are free, empty where it is absent.
    public mutating func map<V: FieldValue>(
        _ name: String, of type: V.Type = V.self, isRequired: Bool = false
    ) -> [(name: String, value: V)] {
        guard let json = ask(name, .map(V.shape), isRequired: isRequired) else {
            if isRequired { noteMissing(name) }
            return []
        }
        return members(json, at: path.appending(name))
    }

    /// Whether something stands under the name, be it right or wrong; an empty list is nothing.
    func gives(_ name: String) -> Bool {
        guard case .object(let object) = source, let value = object[name] else { return false }
        return value != .array([])
    }

    /// Notes a rule that the members break together.
    public mutating func refuse(_ name: String, _ message: String, hint: String = "") {
        guard case .object = source else { return }
        faults.note(Fault(at: path.appending(name), message, hint: hint))
    }

    /// Notes each member that nobody asked for, with the nearest name that was.
    mutating func refuseUnknown() {
        guard case .object(let object) = source else { return }
        for name in object.members.map(\.name) where !asked.contains(name) {
            let hint = remedy(for: name, among: asked)
            faults.note(
                Fault(at: path.appending(name), "unknown field \(quoted(name))", hint: hint))
        }
    }
}

extension FieldReader {
    private mutating func ask(_ name: String, _ shape: @autoclosure () -> Shape, isRequired: Bool)
        -> JSONValue?
    {
        switch source {
        case .object(let object):
            asked.append(name)
            return object[name]
        case .description:
            described.append(Shape.Field(name: name, shape: shape(), isRequired: isRequired))
            return nil
        }
    }

    private mutating func noteMissing(_ name: String, hint: String = "") {
        guard case .object = source else { return }
        faults.note(Fault(at: path, "the field \"\(name)\" is missing", hint: hint))
    }

    private mutating func elements<V: FieldValue>(_ json: JSONValue, at place: JSONPointer) -> [V] {
        guard let array = json.array else {
            faults.note(Fault(at: place, "a list is expected, not \(json.kind)", hint: "use [ ]"))
            return []
        }
        return array.enumerated().compactMap { index, element in
            V(element, at: place.appending(index), faults: &faults)
        }
    }

    private mutating func members<V: FieldValue>(
        _ json: JSONValue, at place: JSONPointer
    ) -> [(name: String, value: V)] {
        guard let object = json.object else {
            faults.note(Fault(at: place, "an object is expected, not \(json.kind)"))
            return []
        }
        return object.members.compactMap { member in
            V(member.value, at: place.appending(member.name), faults: &faults)
                .map { (name: member.name, value: $0) }
        }
    }
}
