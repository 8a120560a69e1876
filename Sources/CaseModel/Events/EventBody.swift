public import CanonicalJSON

/// The content of an event as supplied by its recorder: everything except its position in the log.
///
/// A class, because folds pass bodies on repeatedly and a body is large.
public final class EventBody: Sendable {
    /// The slug that names the event inside its stream.
    public let key: Slug?
    /// When it happened; nil if no source dates it, and in record events.
    public let occurred: EDTFDate?
    /// One sentence in the recorder's own words; nil in record events.
    public let summary: String?
    /// Who took part, in the order given.
    public let actors: [Participant]
    /// What sources say about it.
    public let claims: [Claim]
    /// Why there is no source.
    public let noSource: String?
    /// How it is related to earlier events.
    public let links: [Link]
    /// What it says.
    public let content: Content

    /// Reads a body of the given type in the given stream.
    ///
    /// - Parameters:
    ///   - json: the body.
    ///   - type: its type.
    ///   - stream: its stream.
    ///   - isSupported: whether other events support it, so that it needs no support of its own.
    /// - Throws: every fault that was found.
    public init(
        _ json: JSONView, type: EventType, in stream: StreamName, isSupported: Bool = false
    ) throws(Faults) {
        var faults = Faults()
        var fields = FieldReader(json)
        key = fields.optional("key")
        let isDated = json["occurred"] != nil
        occurred =
            type.isWorld || isDated ? fields.nullable("occurred") : fields.optional("occurred")
        summary = type.isWorld ? fields.required("summary") : fields.optional("summary")
        actors = type.isWorld ? fields.someList("actors") : fields.list("actors")
        let known = fields.faults.all.count
        claims = fields.list("claims")
        let areClaimsRead = fields.faults.all.count == known
        noSource = fields.optional("no_source")
        links = fields.list("links")
        let data = EventBody.members(of: fields.optional("data"), &faults)
        if !isSupported { EventBody.checkSupport(type, &fields) }
        fields.refuseUnknown(known: type.bodyShape.fields.map(\.name))
        fields.faults.all.forEach { faults.note($0) }
        if areClaimsRead { EventBody.checkFields(type, claims, &faults) }
        EventBody.checkStream(type, stream, &faults)
        let content = faults.within(.name("data")) { type.read(data, &$0) }
        guard let content, faults.isEmpty else { throw faults }
        self.content = content
    }

    /// What remains of an erased body: its key, and why it was erased, where that is known.
    init(erasedBut key: Slug?, _ erasure: Erasure? = nil) {
        self.key = key
        (occurred, summary, noSource) = (nil, nil, nil)
        (actors, claims, links) = ([], [], [])
        content = .erased(erasure)
    }
}

extension EventBody {
    /// The shape of the bodies of a type, whose data has the given shape.
    static func shape(
        data: Shape, isWorld: Bool, needsSupport: Bool, needsClaim: Bool
    ) -> Shape {
        let members: [Shape.Field] = [
            .init(name: "key", shape: Slug.shape, isRequired: false),
            .init(name: "occurred", shape: .nullable(EDTFDate.shape), isRequired: isWorld),
            .init(name: "summary", shape: String.shape, isRequired: isWorld),
            .init(name: "actors", shape: .list(Participant.shape), isRequired: isWorld),
            .init(name: "claims", shape: .list(Claim.shape), isRequired: needsClaim),
            .init(name: "no_source", shape: String.shape, isRequired: false),
            .init(name: "links", shape: .list(Link.shape), isRequired: false),
            .init(name: "data", shape: data, isRequired: data.fields.contains(where: \.isRequired)),
        ]
        let support: [MemberRule] = needsSupport ? [.anyOf(["claims", "no_source"])] : []
        return .record(members, rules: support + [.excludes("no_source", "claims")])
    }

    private static func members(of data: JSONView?, _ faults: inout Faults) -> JSONView {
        guard let data else { return noMembers }
        if data.isObject { return data }
        let path = JSONPointer.root.appending("data")
        faults.note(Fault(at: path, "an object is expected, not \(data.kind)"))
        return noMembers
    }

    private static let noMembers = JSONDocument(.object([:])).root

    private static func checkSupport(_ type: EventType, _ fields: inout FieldReader) {
        let (isClaimed, isExplained) = (fields.gives("claims"), fields.gives("no_source"))
        if type.needsClaim, !isClaimed {
            let hint = "add claims: [{source: …}]"
            fields.refuse("claims", "\(type.name) needs a claim with its source", hint: hint)
        } else if type.needsSupport, !isClaimed, !isExplained {
            let hint = "add claims: [{source: …}], or no_source: REASON"
            fields.refuse("claims", "no source supports the event", hint: hint)
        }
        if isClaimed, isExplained {
            let hint = "leave one of the two out"
            fields.refuse("no_source", "no_source stands beside claims", hint: hint)
        }
    }

    /// A claim on a world event must name a field of that event; a claim on a record event may name
    /// a field of the event that it refers to.
    private static func checkFields(_ type: EventType, _ claims: [Claim], _ faults: inout Faults) {
        guard type.isWorld else { return }
        for (index, claim) in claims.enumerated() {
            guard let field = claim.field, !field.isKnown(to: type) else { continue }
            let known = FieldName.envelope + type.shape.fields.map(\.name)
            faults.note(
                Fault(
                    at: .root.appending("claims").appending(index).appending("field"),
                    "\(type.name) has no field \(quoted(field.text))",
                    hint: remedy(for: field.name, among: known)))
        }
    }

    private static func checkStream(
        _ type: EventType, _ stream: StreamName, _ faults: inout Faults
    ) {
        if stream.kind == .source, stream.slug.text == Asserter.analystWord {
            let hint = "as the author of a link this name stands for the recorder; choose another"
            faults.note(Fault("no source can be called \"analyst\"", hint: hint))
        }
        guard !type.streams.contains(stream.kind) else { return }
        let streams = type.streams.map { "\($0.rawValue)/SLUG" }.joined(separator: ", ")
        faults.note(
            Fault(
                "\(type.name) cannot stand in the stream \(stream)",
                hint: "it stands in \(streams)"))
    }
}
