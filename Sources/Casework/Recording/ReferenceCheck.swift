import CanonicalJSON
import CaseModel
import EventLog

/// Collects the references of events, and finds those that are neither defined by these events nor
/// recorded in the log.
///
/// Each name is kept once, at its first mention, and only until it is defined, so that a long input
/// needs little memory.
struct ReferenceCheck {
    private var defined: [EventID: String] = [:]
    private var corrections: [(values: EventCorrected, origin: Origin)] = []
    private var amended: [EventID: EventReference] = [:]
    private var wanted: [EventID: Mention] = [:]
    /// The streams that were already seen: looking one up costs less than computing the id of its
    /// first event.
    private var met: Set<StreamName> = []

    private struct Mention {
        let name: Name
        let path: FoundReference?
        let origin: Origin
        let order: Int
    }

    /// A name in a reference: a register or case, or an event.
    fileprivate enum Name {
        case thing(StreamName)
        case event(String)
    }

    /// Adds an event: the name that it defines and the names that it refers to.
    mutating func take(_ draft: Draft, origin: Origin) {
        defined[draft.id] = draft.type.name
        amended[draft.id] = draft.amended
        if case .eventCorrected(let correction) = draft.body.content {
            corrections.append((correction, origin))
        }
        // An amended event is in the same stream, even if that stream does not begin correctly.
        if draft.type.fixedKey == nil, draft.amended == nil {
            want(.thing(draft.stream), nil, origin)
        }
        for reference in draft.references where reference.kind.mustExist {
            want(Name(reference), reference, origin)
        }
    }

    /// Adds the name that a faulty entry would define, so that it is not reported as missing.
    mutating func define(_ entry: Entry) {
        guard let key = entry.key else { return }
        defined[EventID(stream: entry.stream, key: key)] = entry.type.name
    }

    private mutating func want(_ name: Name, _ path: FoundReference?, _ origin: Origin) {
        if case .thing(let stream) = name, !met.insert(stream).inserted { return }
        guard let id = name.id, defined[id] == nil, wanted[id] == nil else { return }
        wanted[id] = Mention(name: name, path: path, origin: origin, order: wanted.count)
    }

    /// All references to undefined names, in the order of first mention.
    func dangling(in log: EventLog) async throws -> [LocatedFault] {
        var check = self
        for correction in corrections {
            for found in try await log.references(of: correction.values, told: corrected)
            where found.kind.mustExist {
                check.want(Name(found), found, correction.origin)
            }
        }
        let missing = check.wanted.filter { defined[$0.key] == nil }
        let known = try await log.streams(ofEvents: Array(missing.keys))
        let absent = missing.filter { known[$0.key] == nil }.values.sorted { $0.order < $1.order }
        guard !absent.isEmpty else { return [] }
        let slugs = Dictionary(grouping: try await log.streamNames(), by: \.kind)
            .mapValues { $0.map(\.slug.text) }
        return absent.enumerated().map { index, mention in
            // Comparing many names with many takes long, and so many hints would not be read.
            fault(of: mention, among: index < ReferenceCheck.mostHints ? slugs : [:])
        }
    }

    /// What is known of an event of the input.
    private func corrected(_ id: EventID) -> CorrectedEvent? {
        defined[id].flatMap { EventType.named($0) }.map {
            CorrectedEvent(type: $0, amended: amended[id])
        }
    }

    /// How many missing names are compared with existing ones.
    private static let mostHints = 100

    private func fault(
        of mention: Mention, among slugs: [StreamName.Kind: [String]]
    ) -> LocatedFault {
        let path = mention.path?.path ?? .root
        let fault =
            switch mention.name {
            case .thing(let stream):
                Fault(
                    .reference, at: path, "there is no \(stream.kind.rawValue) \"\(stream.slug)\"",
                    hint: remedy(for: stream, among: slugs[stream.kind] ?? []))
            case .event(let text):
                Fault(
                    .reference, at: path, "there is no event \(quoted(text))",
                    hint: "record it first, or name one that cases timeline shows")
            }
        return LocatedFault(fault, in: mention.origin)
    }

    private func remedy(for stream: StreamName, among slugs: [String]) -> String {
        if let nearest = nearestWord(to: stream.slug.text, among: slugs) {
            return "did you mean \"\(nearest)\"?"
        }
        return switch stream.kind {
        case .case: "open it: cases open \(stream.slug) --title TITLE"
        case .actor: "register it: cases add-actor \(stream.slug) --name NAME --type TYPE"
        case .source: "capture it: cases add-source \(stream.slug) --title TITLE --published DATE"
        case .measure, .list:
            "register it: an event \(stream.kind.firstType) in the stream \(stream)"
        }
    }
}

extension ReferenceCheck.Name {
    init(_ reference: FoundReference) {
        switch (reference.kind, Slug(reference.text)) {
        case (.actor, let slug?): self = .thing(StreamName(.actor, slug))
        case (.source, let slug?), (.asserter, let slug?): self = .thing(StreamName(.source, slug))
        default: self = .event(reference.text)
        }
    }

    /// The id of the event that must exist; nil for a reference by number, and for an invalid one.
    var id: EventID? {
        switch self {
        case .thing(let stream): stream.firstEventID
        case .event(let text):
            switch EventReference(text) {
            case .keyed(let stream, let key): EventID(stream: stream, key: key)
            case .id(let id): id
            case .numbered, nil: nil
            }
        }
    }
}
