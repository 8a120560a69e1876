public import CanonicalJSON

/// An object of the language.
///
/// Its initializer is the only list of its members: reading, the shape and the placeholder all
/// come from it.
public protocol FieldRecord: FieldValue {
    /// Reads the members, one call a member.
    init(reading fields: inout FieldReader)
}

extension FieldRecord {
    /// The members that the initializer asks for.
    public static var shape: Shape {
        var fields = FieldReader.describing()
        _ = Self(reading: &fields)
        return .record(fields.described)
    }

    /// The record made of placeholders.
    public static var placeholder: Self {
        var fields = FieldReader.describing()
        return Self(reading: &fields)
    }

    /// Reads an object; members that the language does not know are faults.
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
