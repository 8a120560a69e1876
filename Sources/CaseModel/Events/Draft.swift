public import CanonicalJSON

/// An event that is ready to be recorded: parsed and validated on its own, with its id and bytes.
///
/// Whether the things that it names exist is checked against the record.
public struct Draft: Sendable {
    /// The stream that it belongs to.
    public let stream: StreamName
    /// Its type.
    public let type: EventType
    /// Its id: given, or derived from stream and key.
    public let id: EventID
    /// What it says.
    public let body: EventBody
    /// The canonical JSON (RFC 8785) to be stored.
    public let document: JSONDocument
    /// The references in it.
    public let references: [FoundReference]

    /// The maximum size of a body in bytes.
    public static let maximumBytes = 65_535

    /// Reads the members of a body.
    ///
    /// The id is required without a key; with a key it must be the one derived from stream and key.
    /// Throws every fault found.
    public init(
        stream: StreamName, type: EventType, id: EventID?, json members: JSONObject
    ) throws(Faults) {
        let bounds = BodyBounds(of: members)
        guard !bounds.isTooDeep else { throw bounds.faults }
        try self.init(
            stream: stream, type: type, id: id, document: JSONDocument(.object(members)),
            beside: bounds.faults)
    }

    /// Reads a body that was parsed within `JSONBounds.event` and is in canonical form.
    ///
    /// The id and the errors are as above.
    public init(
        stream: StreamName, type: EventType, id: EventID?, document: JSONDocument
    ) throws(Faults) {
        try self.init(
            stream: stream, type: type, id: id, document: document, beside: Faults())
    }

    private init(
        stream: StreamName, type: EventType, id: EventID?, document: JSONDocument,
        beside known: Faults
    ) throws(Faults) {
        var faults = known
        let document = type.bodyShape.withoutEmptyLists(document)
        let json = document.root
        let body = faults.gather { () throws(Faults) in
            try EventBody(json, type: type, in: stream)
        }
        let id = faults.gather { () throws(Faults) in
            try Draft.identify(stream, type, key: try Draft.key(of: json), given: id)
        }
        faults.gather { () throws(Faults) in try Draft.checkSize(document.bytes) }
        guard let body, let id, faults.isEmpty else { throw faults }
        (self.stream, self.type, self.id) = (stream, type, id)
        (self.body, self.document) = (body, document)
        references = type.namingShape.references(in: json)
    }
}

extension Draft {
    /// The bytes to be stored.
    public var bytes: [UInt8] { document.bytes }
    /// The members to be stored, built at each call.
    public var json: JSONObject { document.root.object ?? [:] }
}

extension Draft: Hashable {
    /// Whether both would be recorded identically; the compared parts determine the rest.
    public static func == (left: Draft, right: Draft) -> Bool {
        left.id == right.id && left.stream == right.stream && left.type == right.type
            && left.bytes == right.bytes
    }

    /// Hashes the id.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Draft {
    /// The key; throws without a fault of its own if it is not a slug, because reading the body
    /// reports that.
    private static func key(of members: JSONView) throws(Faults) -> Slug? {
        guard let json = members["key"] else { return nil }
        guard let key = json.string.flatMap({ Slug($0) }) else { throw Faults() }
        return key
    }

    private static func identify(
        _ stream: StreamName, _ type: EventType, key: Slug?, given: EventID?
    ) throws(Faults) -> EventID {
        if let fixed = type.fixedKey, key?.text != fixed {
            let message = "\(type.name) has the key \"\(fixed)\""
            throw fault("key", message, hint: "write key: \(fixed)")
        }
        guard let key else {
            if let given { return given }
            throw fault("key", "neither key nor id", hint: "add key: SLUG, or id: UUID")
        }
        let derived = EventID(stream: stream, key: key)
        guard given == nil || given == derived else {
            let hint = "leave the id out, or write \(derived)"
            throw fault("id", "the id is not the one that stream and key give", hint: hint)
        }
        return derived
    }

    private static func checkSize(_ bytes: [UInt8]) throws(Faults) {
        guard bytes.count > maximumBytes else { return }
        let hint = "shorten a text, or make two events of it"
        let message = "the body has \(bytes.count) bytes; at most \(maximumBytes) are recorded"
        throw Faults([Fault(message, hint: hint)])
    }

    private static func fault(_ name: String, _ message: String, hint: String) -> Faults {
        Faults([Fault(at: .root.appending(name), message, hint: hint)])
    }
}

extension Draft {
    /// The country codes in it that may not be recorded: in its own fields, and in values that a
    /// correction or claim gives to a field of another event.
    package var countryFaults: [Fault] {
        let data = JSONPointer.root.appending("data")
        switch body.content {
        case .eventCorrected(let correction):
            return correction.set.members.flatMap { member in
                guard Draft.countryPaths.contains(member.name) else { return [Fault]() }
                return faults(of: member.value, at: data.appending("set").appending(member.name))
            }
        case .claimAdded(let claim) where Draft.countryPaths.contains(claim.field.path):
            return faults(of: claim.value, at: data.appending("value"))
        default:
            return type.countryFields.flatMap { name in
                guard let value = document.root["data"]?[name]?.value else { return [Fault]() }
                return faults(of: value, at: data.appending(name))
            }
        }
    }

    private func faults(of value: JSONValue, at path: JSONPointer) -> [Fault] {
        guard let text = value.string, let country = try? Country(spelling: text),
            let refusal = country.refusal
        else { return [] }
        return [Fault(at: path, refusal.message, hint: refusal.hint)]
    }

    /// The paths of all fields that hold a country.
    private static let countryPaths: Set<String> = Set(
        EventType.all.flatMap { type in type.countryFields.map { "data." + $0 } })
}

extension EventType {
    /// The fields of its data that hold a country.
    fileprivate var countryFields: [String] {
        shape.fields.filter { $0.shape == Country.shape }.map(\.name)
    }
}
