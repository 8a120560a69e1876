import CanonicalJSON
import CaseModel

/// Whether something is so: not, perhaps, certainly.
enum Sureness: Int, Comparable {
    case no, perhaps, yes

    static func < (left: Sureness, right: Sureness) -> Bool { left.rawValue < right.rawValue }
}

/// Which clocks are asked, as texts of the table.
struct AskedClocks: CustomStringConvertible {
    var asOf: String?
    var publishedBy: String?
    var knownAt: Int64?

    var description: String {
        "as-of \(asOf ?? "-"), published-by \(publishedBy ?? "-"), known-at "
            + (knownAt.map { "\($0)" } ?? "-")
    }

    var clocks: Clocks {
        get throws {
            Clocks(
                asOf: try asOf.map { try EDTFDate($0) },
                publishedBy: try publishedBy.map { try EDTFDate($0) }, knownAt: knownAt)
        }
    }
}

/// A record as clocks show it, worked out the slow way: each event by the definition of what it is
/// for it to stand, from the stored members alone, with every question asked anew.
struct SlowReading {
    /// What is to be said of one event.
    struct Verdict {
        var event: Event
        let said: Sureness
        /// Whether somebody with a source who corrects it had said so.
        let toldByCorrections: Sureness
        let corrections: [Event]
        let retraction: Event?
        /// Whether nothing that speaks of it is in doubt.
        let isAsRecorded: Bool
        /// Whether it was said, and had happened.
        let certainty: Sureness
        var doubtful: Set<String> = []

        var isCertain: Bool { isAsRecorded && certainty == .yes }

        /// Whether it speaks of others: it was said, and nothing certainly takes it out.
        var counts: Bool { said != .no && retraction == nil }
    }

    let asked: AskedClocks
    /// The log cut off where it was known.
    let events: [Event]
    /// When sources were published, and those that were not dated, by the day of recording.
    let published: [String: String]
    let undated: [String: Int64]
    private let verdicts = Verdicts()

    /// What was worked out already.
    private final class Verdicts { var byPosition: [Int64: Verdict] = [:] }

    init(_ log: [Event], _ asked: AskedClocks) throws {
        let known = log.filter { $0.position <= asked.knownAt ?? .max }
        self.init(asked: AskedClocks(), events: known, published: [:], undated: [:])
        let captured = try known.filter { $0.type.name == "source.captured" }.map(verdict)
        let pairs = captured.filter { $0.retraction == nil }.map {
            ($0.event.stream.slug.text, $0.event)
        }
        let dates = pairs.compactMap { slug, event in
            event.json["data"]?.object?["published"]?.string.map { (slug, $0) }
        }
        let published = Dictionary(dates) { $1 }
        let days = pairs.filter { published[$0.0] == nil }.map { ($0.0, $0.1.position) }
        self.init(
            asked: asked, events: known, published: published,
            undated: Dictionary(days) { $1 })
    }

    private init(
        asked: AskedClocks, events: [Event], published: [String: String], undated: [String: Int64]
    ) {
        (self.asked, self.events) = (asked, events)
        (self.published, self.undated) = (published, undated)
    }

    /// What was said, had perhaps happened, and by whom it was said by then.
    func seen() throws -> [Verdict] {
        try events.map(verdict).compactMap { verdict in
            let (dated, said) = try told(verdict)
            let happened = hasHappened(dated)
            guard said != .no, happened != .no else { return nil }
            var shown = Verdict(
                event: try visible(dated), said: said, toldByCorrections: .no,
                corrections: verdict.corrections, retraction: verdict.retraction,
                isAsRecorded: verdict.isAsRecorded, certainty: min(said, happened))
            shown.doubtful = doubtful(verdict.event)
            return shown
        }
    }
}

extension SlowReading {
    private func verdict(_ event: Event) throws -> Verdict {
        if let known = verdicts.byPosition[event.position] { return known }
        let verdict = try standing(of: event)
        verdicts.byPosition[event.position] = verdict
        return verdict
    }

    private func standing(of event: Event) throws -> Verdict {
        let speaking = try events.filter { $0.position > event.position }
            .filter { $0.stream == event.stream && $0.type.name.hasPrefix("event.") }
            .map(verdict).filter(\.counts).filter { $0.event.isAbout(event) }
        let corrections = speaking.filter { $0.event.type.name == "event.corrected" }
        let retractions = speaking.filter { $0.event.type.name == "event.retracted" }
        var corrected = event
        for correction in corrections { corrected = try corrected.with(correction.event.set) }
        let retraction = retractions.first(where: \.isCertain)
        let told =
            corrections.filter { !($0.event.json["claims"]?.array ?? []).isEmpty }
            .map { $0.isCertain ? Sureness.yes : .perhaps }.max() ?? .no
        let said = wasSaid(corrected, told)
        return Verdict(
            event: corrected, said: said, toldByCorrections: told,
            corrections: corrections.map(\.event), retraction: retraction?.event,
            isAsRecorded: corrections.allSatisfy(\.isCertain)
                && (retraction != nil || retractions.isEmpty), certainty: said)
    }

    /// A happening and a correction are told by those with a source who correct them, too.
    private func wasSaid(_ event: Event, _ told: Sureness) -> Sureness {
        guard let day = asked.publishedBy.flatMap({ April.clocks[$0] }) else { return .yes }
        if event.type.name == "link.asserted" {
            return event.data.texts("asserted_by").map { wasPublished($0, event) }.max() ?? .no
        }
        let claims = event.json["claims"]?.array ?? []
        let bearing = claims.filter { $0.object?["stance"] == nil }
        if !claims.isEmpty {
            let own =
                (bearing.isEmpty ? claims : bearing).compactMap { $0.object?["source"]?.string }
                .map { wasPublished($0, event) }.max() ?? .no
            return event.type.isWorld || event.type.name == "event.corrected" ? max(own, told) : own
        }
        return event.type.isWorld && event.position > day ? .no : .yes
    }

    /// A date that somebody gave of a happening in a claim of its own.
    fileprivate struct Voice {
        let date: JSONValue
        let sureness: Sureness
        let published: April.Window?
        let position: Int64
    }

    private func voices(on event: Event) throws -> [Voice] {
        guard event.type.isWorld, asked.publishedBy != nil else { return [] }
        return try events.filter { $0.type.name == "claim.added" }.map(verdict)
            .filter { $0.retraction == nil && $0.event.isAbout(event) }
            .flatMap { verdict in
                (verdict.event.json["claims"]?.array ?? []).compactMap(\.object)
                    .filter { $0["stance"] == nil }.map { claim in
                        let source = claim["source"]?.string ?? ""
                        let sureness = wasPublished(source, verdict.event)
                        return Voice(
                            date: verdict.event.data["value"] ?? .null,
                            sureness: verdict.isAsRecorded ? sureness : min(sureness, .perhaps),
                            published: window(of: source), position: verdict.event.position)
                    }
            }
    }

    private func window(of source: String) -> April.Window? {
        undated[source].map { April.Window(first: $0, last: $0) }
            ?? published[source].flatMap { April.dates[$0] }
    }

    /// The event as whoever had published gives its date, and whether it was said.
    private func told(_ verdict: Verdict) throws -> (Event, Sureness) {
        let voices = try voices(on: verdict.event)
        guard !voices.isEmpty else { return (verdict.event, verdict.said) }
        let claims = (verdict.event.json["claims"]?.array ?? []).compactMap(\.object)
        let bearing = claims.filter { $0["stance"] == nil }.compactMap { $0["source"]?.string }
        let isOnlyDenied = !claims.isEmpty && bearing.isEmpty
        let said = max(
            isOnlyDenied ? verdict.toldByCorrections : verdict.said,
            voices.map(\.sureness).max() ?? .no)
        let telling = bearing.isEmpty ? claims.compactMap { $0["source"]?.string } : bearing
        var given = telling.map { wasPublished($0, verdict.event) }.max() ?? .no
        if claims.isEmpty { given = wasPublished("analyst", verdict.event) }
        let isCorrected = verdict.corrections.contains { $0.set["occurred"] != nil }
        let dates = voices.filter { !$0.date.isNull && $0.sureness >= said && given < said }
        let best = dates.min { one, other in
            if one.order != other.order { return one.order.lexicographicallyPrecedes(other.order) }
            return one.position < other.position
        }
        guard let best, !isCorrected else { return (verdict.event, said) }
        var members = verdict.event.json
        members["occurred"] = best.date
        return (try verdict.event.showing(members), said)
    }

    /// Whether a source was published; what the analyst says was said on the day of recording,
    /// which is the number of the event's position.
    private func wasPublished(_ source: String, _ event: Event) -> Sureness {
        guard let day = asked.publishedBy.flatMap({ April.clocks[$0] }) else { return .yes }
        if source == "analyst" { return event.position <= day ? .yes : .no }
        if let recorded = undated[source] { return recorded <= day ? .yes : .no }
        guard let window = published[source].flatMap({ April.dates[$0] }) else { return .perhaps }
        return SlowReading.reached(window, by: day)
    }

    private func hasHappened(_ event: Event) -> Sureness {
        guard event.type.isWorld, let day = asked.asOf.flatMap({ April.clocks[$0] }) else {
            return .yes
        }
        guard let window = event.json["occurred"]?.string.flatMap({ April.dates[$0] }) else {
            return .perhaps
        }
        return SlowReading.reached(window, by: day)
    }

    static func reached(_ window: April.Window, by day: Int64) -> Sureness {
        if let last = window.last, last <= day { return .yes }
        if let first = window.first, first > day { return .no }
        return .perhaps
    }
}

extension SlowReading {
    /// The event without what nobody had said by then.
    private func visible(_ event: Event) throws -> Event {
        guard asked.publishedBy != nil else { return event }
        var json = event.json
        json["claims"] = kept(json["claims"]) { has($0, event, "source") }
        json["links"] = json["links"]?.array.flatMap { links in
            let seen = links.compactMap { $0.object.flatMap { link($0, event) } }
            return seen.isEmpty ? nil : .array(seen.map(JSONValue.object))
        }
        if event.type.name == "link.asserted", let link = link(event.data, event) {
            json["data"] = .object(link)
        }
        return try event.showing(json)
    }

    private func link(_ link: JSONObject, _ event: Event) -> JSONObject? {
        var link = link
        link["asserted_by"] = kept(link["asserted_by"]) {
            wasPublished($0.string ?? "", event) != .no
        }
        link["disputed_by"] = kept(link["disputed_by"]) { has($0, event, "source") }
        return link["asserted_by"] == nil ? nil : link
    }

    private func kept(_ list: JSONValue?, _ holds: (JSONValue) -> Bool) -> JSONValue? {
        let elements = (list?.array ?? []).filter(holds)
        return elements.isEmpty ? nil : .array(elements)
    }

    private func has(_ value: JSONValue, _ event: Event, _ name: String) -> Bool {
        wasPublished(value.object?[name]?.string ?? "", event) != .no
    }

    private func doubtful(_ event: Event) -> Set<String> {
        guard asked.publishedBy != nil else { return [] }
        let links = (event.json["links"]?.array ?? []).compactMap(\.object) + [event.data]
        let named =
            event.json.sources("claims")
            + links.flatMap { $0.texts("asserted_by") + $0.sources("disputed_by") }
        return Set(named.filter { wasPublished($0, event) == .perhaps })
    }
}

extension SlowReading.Voice {
    /// What orders voices: the first day of publication, then the last; unknown ones come last.
    fileprivate var order: [Int64] {
        guard let published else { return [1_000, 1_000] }
        return [published.first ?? -1_000, published.last ?? 999]
    }
}

extension SlowReading {
    /// The sources of an event's corrections, as far as they may have published by then, with
    /// whether they bear it out.
    func correcting(_ verdict: Verdict) -> [(source: String, isBearing: Bool)] {
        verdict.corrections.flatMap { ($0.json["claims"]?.array ?? []).compactMap(\.object) }
            .compactMap { claim in
                claim["source"]?.string.map { ($0, claim["stance"] == nil) }
            }
            .filter { wasPublished($0.source, verdict.event) != .no }
    }
}
