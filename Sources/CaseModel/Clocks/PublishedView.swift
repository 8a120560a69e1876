import CanonicalJSON

/// What of an event was said by sources published by a date.
///
/// A claim counts from the day its source was published, a link or a denial from that of whoever
/// asserts it. What the analyst says without a source counts from the day it was recorded. What
/// only keeps the record in order, a case opened or an event retracted, always counts. A happening
/// is also told by the sources of its corrections and of claims that were added to it, whenever
/// those were recorded; a correction also by those of its own corrections.
struct PublishedView {
    let date: EDTFDate
    let publications: Publications

    /// Whether the event was said by then: by its own claims, or, as far as `told` says, by those of
    /// its corrections.
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

    /// Whether a happening was told by then, by itself and its corrections as far as `said` and
    /// `told` say, or by claims that were added to it.
    func wasTold(
        _ event: Event, said: Trilean, told: Trilean, _ voices: [LaterClaims.Voice]
    ) -> Trilean {
        guard !voices.isEmpty else { return said }
        // A denial tells of a happening only where no source bears it out.
        let isDenied = !event.body.claims.isEmpty && !event.body.claims.contains(where: \.supports)
        return Trilean.any([isDenied ? told : said] + voices.map(\.said))
    }

    /// Whether somebody had published by then what the event itself says of a field: claims on it or
    /// on the whole event; where there are none, those by which it was told.
    func wasGiven(_ path: String, by event: Event) -> Trilean {
        let claims = event.body.claims
        guard !claims.isEmpty else { return event.recordedOn.isReached(by: date) }
        let narrow = claims.filter { $0.supports && ($0.field.map { $0.path == path } ?? true) }
        return Trilean.any(
            (narrow.isEmpty ? claims.telling : narrow).map {
                publications.wasPublished($0.source, by: date)
            })
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
        return try event.showing(json)
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
    /// Whether a source that corrects it tells of it too: of a happening, or of a correction.
    fileprivate var isToldByCorrections: Bool {
        if case .eventCorrected = body.content { return true }
        return type.isWorld
    }

    /// The links that it states: those that stand on it, and that which it asserts of another.
    var statedLinks: [Link] {
        guard case .linkAsserted(let asserted) = body.content else { return body.links }
        return body.links + [asserted.link]
    }
}

extension Link {
    /// The sources of those who assert, deny or label it.
    var sources: [SourceSlug] {
        let authors = assertedBy.compactMap { author -> SourceSlug? in
            guard case .source(let source) = author else { return nil }
            return source
        }
        return authors + disputedBy.map(\.source) + characterisedAs.map(\.source)
    }
}
