import CanonicalJSON
import CaseModel

/// `FIELD=VALUE`: a value for one field, which takes the type of that field.
struct FieldSetting {
    /// The field's path: `occurred`, `data.asset`.
    let path: FieldName
    /// The value.
    let value: JSONValue

    /// Reads a setting of a field of an event of the given type.
    init(_ text: String, of type: EventType) throws(CaseworkError) {
        let name = String(text.prefix { $0 != "=" })
        guard text.utf8.count > name.utf8.count, let path = try? FieldName(spelling: name) else {
            throw CaseworkError(
                .usage, "\(quoted(text)) sets no field", hint: "write FIELD=VALUE: asset=acme")
        }
        self.path = path
        let written = String(text.dropFirst(name.count + 1))
        value = try FieldSetting.read(written, as: try FieldSetting.shape(of: path, in: type))
    }

    /// Lays the value over the members of a body.
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
        let isData = path.path.hasPrefix("data.")
        let name = isData ? String(path.path.dropFirst("data.".count)) : path.path
        let fields = isData ? type.shape.fields : EventBody.shape(data: type.shape).fields
        if let field = fields.first(where: { $0.name == name }) { return field.shape }
        throw CaseworkError(
            .badEvent, "\(type.name) has no field \(quoted(name))",
            hint: remedy(for: name, among: fields.map(\.name)))
    }

    /// Scalars are taken as they are typed; lists and objects are JSON.
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
        do throws(JSONFault) {
            return try JSONValue(reading: Array(text.utf8))
        } catch {
            throw CaseworkError(
                .badJSON, "the value is no JSON: \(error.message)", hint: error.hint)
        }
    }
}
