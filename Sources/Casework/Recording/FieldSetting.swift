import CanonicalJSON
import CaseModel

/// `FIELD=VALUE`: a value for one field, converted to the type of the field.
struct FieldSetting {
    /// The field's path: `occurred`, `data.asset`.
    let path: FieldName
    /// The value.
    let value: JSONValue

    /// Parses a setting of a field of an event of the given type.
    init(_ text: String, of type: EventType) throws(CaseworkError) {
        let (path, written) = try FieldSetting.split(text)
        self.path = path
        value = try FieldSetting.read(written, as: try FieldSetting.shape(of: path, in: type))
    }

    /// Parses a setting that corrects a field: `null`, or an empty list, removes the field.
    init(_ text: String, correcting type: EventType) throws(CaseworkError) {
        let (path, written) = try FieldSetting.split(text)
        let shape = try FieldSetting.shape(of: path, in: type)
        self.path = path
        let value: JSONValue =
            written == "null" ? .null : try FieldSetting.read(written, as: shape)
        self.value = value == .array([]) ? .null : shape.withoutEmptyLists(value)
    }

    private static func split(
        _ text: String
    ) throws(CaseworkError) -> (path: FieldName, value: String) {
        let name = String(text.prefix { $0 != "=" })
        guard text.utf8.count > name.utf8.count, let path = try? FieldName(spelling: name) else {
            throw CaseworkError(
                .usage, "\(quoted(text)) sets no field", hint: "write FIELD=VALUE: asset=acme")
        }
        return (path, String(text.dropFirst(name.count + 1)))
    }

    /// Throws if a field is set twice, or also by an option of its own.
    static func checkOnce(
        _ settings: [FieldSetting], beside members: JSONObject = [:]
    ) throws(CaseworkError) {
        var set: Set<String> = []
        for path in settings.map(\.path.path) {
            guard set.insert(path).inserted else {
                throw CaseworkError(
                    .usage, "\(quoted(path)) is set twice", hint: "give each path one value")
            }
            guard members[path] == nil || members[path] == .array([]) else {
                throw CaseworkError(
                    .usage, "\(quoted(path)) is set by --set and by an option of its own",
                    hint: "keep one of the two")
            }
        }
    }

    /// Sets the value in the members of a body.
    func apply(to members: inout JSONObject) {
        guard path.path.hasPrefix("data.") else {
            members[path.path] = value
            return
        }
        var data = members["data"]?.object ?? JSONObject()
        data[String(path.path.dropFirst("data.".count))] = value
        members["data"] = .object(data)
    }

    private static func shape(
        of path: FieldName, in type: EventType
    ) throws(CaseworkError) -> Shape {
        if let shape = type.shape(at: path.path) { return shape }
        let known = type.shape.fields.map(\.name)
        let name = path.path.dropFirst("data.".count)
        throw CaseworkError(
            .badEvent, "\(type.name) has no field \(quoted(String(name)))",
            hint: remedy(for: String(name), among: FieldName.envelope + known))
    }

    /// Scalars are taken literally; lists and objects are JSON.
    private static func read(_ text: String, as shape: Shape) throws(CaseworkError) -> JSONValue {
        switch shape {
        case .nullable(let shape): return text == "null" ? .null : try read(text, as: shape)
        case .either(let scalar, _) where !text.hasPrefix("{"): return try read(text, as: scalar)
        case .flag where text == "true" || text == "false": return .bool(text == "true")
        case .number: return Int64(text).map(JSONValue.integer) ?? .string(text)
        case .list, .record, .map, .either, .any: return try json(text)
        default: return .string(text)
        }
    }

    private static func json(_ text: String) throws(CaseworkError) -> JSONValue {
        do {
            return try JSONValue(reading: Array(text.utf8))
        } catch {
            throw CaseworkError(
                .badJSON, "the value is not valid JSON: \(error.message)", hint: error.hint)
        }
    }
}

extension JSONValue {
    /// The value with the part at a path replaced; unchanged if nothing is at the path.
    func replacing(at path: JSONPointer, with value: JSONValue) -> JSONValue {
        replacing(at: path.steps[...], with: value)
    }

    private func replacing(at steps: ArraySlice<JSONPointer.Step>, with value: JSONValue)
        -> JSONValue
    {
        guard let step = steps.first else { return value }
        let rest = steps.dropFirst()
        switch (step, self) {
        case (.name(let name), .object(var object)):
            object[name] = object[name]?.replacing(at: rest, with: value)
            return .object(object)
        case (.index(let index), .array(var array)) where array.indices.contains(index):
            array[index] = array[index].replacing(at: rest, with: value)
            return .array(array)
        default:
            return self
        }
    }
}
