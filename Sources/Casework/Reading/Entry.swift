package import CanonicalJSON
package import CaseModel

/// One event of an input, not yet checked.
package struct Entry: Sendable {
    /// The stream that it belongs to.
    package let stream: StreamName
    /// Its type.
    package let type: EventType
    /// Its id, if one is given.
    package let id: EventID?
    /// Its body.
    package let body: Body
    /// Where it was written.
    package let origin: Origin

    /// A body as it was given.
    package enum Body: Sendable {
        /// Members from a form or a case file, with any values.
        case members(JSONObject)
        /// A JSON document within the limits of an event, in the form of RFC 8785.
        case document(JSONDocument)
    }

    /// Creates an entry whose body has some members, with any values.
    package init(
        stream: StreamName, type: EventType, id: EventID?, members: JSONObject, origin: Origin
    ) {
        self.init(stream: stream, type: type, id: id, body: .members(members), origin: origin)
    }

    /// Creates an entry with a body.
    package init(
        stream: StreamName, type: EventType, id: EventID?, body: Body, origin: Origin
    ) {
        (self.stream, self.type, self.id) = (stream, type, id)
        (self.body, self.origin) = (body, origin)
    }

    /// The key in the body, if it is valid.
    package var key: Slug? {
        let json =
            switch body {
            case .members(let members): members["key"]?.string
            case .document(let document): document.root["key"]?.string
            }
        return json.flatMap { Slug($0) }
    }

    /// Reads the event; throws every fault at its place.
    package func draft() throws(CaseworkError) -> Draft {
        do {
            return switch body {
            case .members(let members):
                try Draft(stream: stream, type: type, id: id, json: members)
            case .document(let document):
                try Draft(stream: stream, type: type, id: id, document: document)
            }
        } catch {
            throw .refused(LocatedFault.all(error, in: origin))
        }
    }
}
