package import CanonicalJSON
package import CaseModel

/// One event as it stands in an input, not yet checked.
package struct Entry: Sendable {
    /// The thing that it belongs to.
    package let stream: StreamName
    /// Its type.
    package let type: EventType
    /// Its id, where one is given.
    package let id: EventID?
    /// Its body.
    package let body: Body
    /// Where it was written.
    package let origin: Origin

    /// A body as it was given.
    package enum Body: Sendable {
        /// Members that a form or a case file gives, whatever they hold.
        case members(JSONObject)
        /// What was read as JSON, within the bounds of an event, as RFC 8785 writes it.
        case document(JSONDocument)
    }

    /// An entry whose body has some members, whatever they hold.
    package init(
        stream: StreamName, type: EventType, id: EventID?, members: JSONObject, origin: Origin
    ) {
        self.init(stream: stream, type: type, id: id, body: .members(members), origin: origin)
    }

    /// An entry with a body.
    package init(
        stream: StreamName, type: EventType, id: EventID?, body: Body, origin: Origin
    ) {
        (self.stream, self.type, self.id) = (stream, type, id)
        (self.body, self.origin) = (body, origin)
    }

    /// The key that the body names, where it is one.
    package var key: Slug? {
        let json =
            switch body {
            case .members(let members): members["key"]?.string
            case .document(let document): document.root["key"]?.string
            }
        return json.flatMap { Slug($0) }
    }

    /// The event, read; throws every fault at its place.
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
