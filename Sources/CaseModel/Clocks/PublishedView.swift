import CanonicalJSON

/// The view of an event through sources published by a date.
///
/// A claim counts from the day on which its source was published; a link or its denial from the
/// publication of the source that asserts it. What the analyst states without a source counts from
/// the day it was recorded. Housekeeping events, such as opening a case or retracting an event,
/// always count. A world event is also reported by the sources of its corrections and of claims
/// added to it, regardless of when those were recorded; a correction also by those of its own
/// corrections.
struct PublishedView {
    let date: EDTFDate
    let publications: Publications

    /// Whether the event was reported by then, by its own claims or, as far as `told` says, by
    /// those of its corrections.
    func wasSaid(_ event: Event, told: Trilean) -> Trilean {
        if case .linkAsserted(let asserted) = event.body.content {
            return wasAsserted(asserted.link.assertedBy, on: event)
        }
        let claims = event.body.claims.telling
        if claims.isEmpty {
            return event.type.isWorld ? event.recordedOn.isReached(by: date) : .yes
        }
        let own = Trilean.any(claims.map { publications.wasPublished($0.source, by: date) })
        return event.isToldByCorrections ? Trilean.any([own, told]) : own
    }

    /// Whether a world event was reported by then: by itself (`said`), by its corrections (`told`),
    /// or by claims added to it.
    func wasTold(
        _ event: Event, said: Trilean, told: Trilean, _ voices: [LaterClaims.Voice]
    ) -> Trilean {
        guard !voices.isEmpty else { return said }
        // A denial counts as a report of an event only if no source supports it.
        let isDenied = !event.body.claims.isEmpty && !event.body.claims.contains(where: \.supports)
        return Trilean.any([isDenied ? told : said] + voices.map(\.said))
    }

    /// Whether a source had published the event's own value of a field by then: claims on the field
    /// or on the whole event; if there are none, the claims by which the event was reported.
    func wasGiven(_ path: String, by event: Event) -> Trilean {
        let claims = event.body.claims
        guard !claims.isEmpty else { return event.recordedOn.isReached(by: date) }
        let narrow = claims.filter { $0.supports && ($0.field.map { $0.path == path } ?? true) }
        return Trilean.any(
            (narrow.isEmpty ? claims.telling : narrow).map {
                publications.wasPublished($0.source, by: date)
            })
    }

    /// The event with only the claims and links that were published by then.
    func view(of event: Event) throws(Faults) -> Event {
        guard !event.isErased else { return event }
        var json = event.json
        json["claims"] = kept(json["claims"], event.body.claims) { isPublished($0.source) }
        json["links"] = keptLinks(of: event)
        if case .linkAsserted(let asserted) = event.body.content {
            json["data"] = view(of: asserted.link, json["data"]?.object ?? [:], on: event)
        }
        return try event.showing(json)
    }

    /// The sources behind claims and links for which it is unknown whether they were published.
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

    /// A link with those who had asserted and denied it by then; nil if nobody had asserted it.
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

    /// The elements of a list for which the reading holds; nil if there are none.
    private func kept<Element>(
        _ list: JSONValue?, _ readings: [Element], _ holds: (Element) -> Bool
    ) -> JSONValue? {
        let elements = zip(list?.array ?? [], readings).filter { holds($1) }.map(\.0)
        return elements.isEmpty ? nil : .array(elements)
    }
}

extension Event {
    /// Whether the sources of its corrections also report it: true for world events and
    /// corrections.
    fileprivate var isToldByCorrections: Bool {
        if case .eventCorrected = body.content { return true }
        return type.isWorld
    }

    /// The links that it states: its own, and the one that it asserts of another event.
    var statedLinks: [Link] {
        guard case .linkAsserted(let asserted) = body.content else { return body.links }
        return body.links + [asserted.link]
    }
}

extension Link {
    /// The sources that assert, deny or label it.
    var sources: [SourceSlug] {
        let authors = assertedBy.compactMap { author -> SourceSlug? in
            guard case .source(let source) = author else { return nil }
            return source
        }
        return authors + disputedBy.map(\.source) + characterisedAs.map(\.source)
    }
}
