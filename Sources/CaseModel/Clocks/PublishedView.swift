import CanonicalJSON

/// What of an event was said by sources published by a date.
///
/// A claim counts from the day its source was published, a link or a denial from that of whoever
/// asserts it. What the analyst says without a source counts from the day it was recorded. What
/// only keeps the record in order, a case opened or an event retracted, always counts.
struct PublishedView {
    let date: EDTFDate
    let publications: Publications

    /// Whether the event was said by then.
    func wasSaid(_ event: Event) -> Trilean {
        if case .linkAsserted(let asserted) = event.body.content {
            return wasAsserted(asserted.link.assertedBy, on: event)
        }
        let claims = event.body.claims.telling
        if claims.isEmpty {
            return event.type.isWorld ? event.recordedOn.isReached(by: date) : .yes
        }
        return Trilean.any(claims.map { publications.wasPublished($0.source, by: date) })
    }

    /// The event with only the claims and links that were made by then.
    func view(of event: Event) throws(Faults) -> Event {
        guard !event.isErased else { return event }
        var json = event.json
        json["claims"] = kept(json["claims"], event.body.claims) { isPublished($0.source) }
        json["links"] = keptLinks(of: event)
        if case .linkAsserted(let asserted) = event.body.content {
            json["data"] = view(of: asserted.link, json["data"]?.object ?? [:], on: event)
        }
        guard json != event.json else { return event }
        return try Event(
            position: event.position, id: event.id, stream: event.stream, version: event.version,
            type: event.type, recordedAt: event.recordedAt, recordedBy: event.recordedBy,
            json: json)
    }

    /// The sources behind claims and links of which it cannot be said whether they were published.
    func doubtfulSources(of event: Event) -> Set<SourceSlug> {
        let sources = event.body.claims.map(\.source) + event.statedLinks.flatMap(\.sources)
        return Set(sources.filter { publications.wasPublished($0, by: date) == .unknown })
    }

    private func isPublished(_ source: SourceSlug) -> Bool {
        publications.wasPublished(source, by: date) != .no
    }

    private func wasAsserted(_ authors: [Asserter], on event: Event) -> Trilean {
        Trilean.any(
            authors.map { author in
                switch author {
                case .source(let source): publications.wasPublished(source, by: date)
                case .analyst: event.recordedOn.isReached(by: date)
                }
            })
    }

    private func keptLinks(of event: Event) -> JSONValue? {
        let links = zip(event.json["links"]?.array ?? [], event.body.links).compactMap {
            view(of: $1, $0.object ?? [:], on: event)
        }
        return links.isEmpty ? nil : .array(links)
    }

    /// A link with those who had asserted and denied it; nil where nobody had asserted it.
    private func view(of link: Link, _ json: JSONObject, on event: Event) -> JSONValue? {
        var json = json
        let authors = kept(json["asserted_by"], link.assertedBy) {
            wasAsserted([$0], on: event) != .no
        }
        guard let authors else { return nil }
        json["asserted_by"] = authors
        json["disputed_by"] = kept(json["disputed_by"], link.disputedBy) { isPublished($0.source) }
        json["characterised_as"] = kept(json["characterised_as"], link.characterisedAs) {
            isPublished($0.source)
        }
        return .object(json)
    }

    /// The elements of a list whose readings hold; nil where none does.
    private func kept<Element>(
        _ list: JSONValue?, _ readings: [Element], _ holds: (Element) -> Bool
    ) -> JSONValue? {
        let elements = zip(list?.array ?? [], readings).filter { holds($1) }.map(\.0)
        return elements.isEmpty ? nil : .array(elements)
    }
}

extension Event {
    /// The links that it states: those that stand on it, and that which it asserts of another.
    fileprivate var statedLinks: [Link] {
        guard case .linkAsserted(let asserted) = body.content else { return body.links }
        return body.links + [asserted.link]
    }
}

extension Link {
    /// The sources of those who assert, deny or label it.
    fileprivate var sources: [SourceSlug] {
        let authors = assertedBy.compactMap { author -> SourceSlug? in
            guard case .source(let source) = author else { return nil }
            return source
        }
        return authors + disputedBy.map(\.source) + characterisedAs.map(\.source)
    }
}
