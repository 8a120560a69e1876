import CanonicalJSON

/// An event as it stands after the corrections and retractions recorded behind it.
public struct EffectiveEvent: Hashable, Sendable {
    /// The event, read with its corrections.
    public let event: Event
    /// The events that corrected it, oldest first.
    public let corrections: [Event]
    /// The event that retracted it; nil where it counts.
    public let retraction: Event?
    /// Whether the clocks asked certainly admit it; where not, it only may have been so.
    public let isCertain: Bool
}

/// The events as they stand: corrections laid over what they correct, retractions noted, and only
/// what the clocks asked admit.
///
/// Nothing can correct what is recorded after it, so one walk from the end to the beginning
/// decides each event after all that speak of it: a retracted retraction retracts nothing, a
/// corrected correction corrects as corrected. What was not yet recorded, or not yet said, corrects
/// nothing; whether something had happened is asked of the event as corrected.
///
/// - Parameters:
///   - events: of whole streams, in order of position.
///   - clocks: which clocks are asked.
///   - publications: of the sources that the events name; read only where that clock is asked.
/// - Returns: those events that the clocks admit, in the same order.
/// - Throws: the faults of a correction that makes an event unreadable, and the event's position.
public func effective(
    _ events: [Event], by clocks: Clocks = .none, publications: Publications = Publications([])
) throws(UnreadableCorrection) -> [EffectiveEvent] {
    let view = clocks.publishedBy.map { PublishedView(date: $0, publications: publications) }
    var amendments = Amendments()
    var standing: [EffectiveEvent] = []
    for event in events.reversed() where event.position <= clocks.knownAt ?? .max {
        let resolved = try amendments.apply(to: event)
        let said = view?.wasSaid(resolved.event) ?? .yes
        guard said != .no else { continue }
        if resolved.retraction == nil { amendments.take(resolved.event, said: said) }
        guard let admitted = try resolved.admitted(by: clocks, view, said: said) else { continue }
        standing.append(admitted)
    }
    return standing.reversed()
}

extension EffectiveEvent {
    /// The event as the clocks show it; nil where it had certainly not happened by then.
    fileprivate func admitted(
        by clocks: Clocks, _ view: PublishedView?, said: Trilean
    ) throws(UnreadableCorrection) -> EffectiveEvent? {
        let happened = event.type.isWorld ? event.hasHappened(asOf: clocks.asOf) : .yes
        guard happened != .no else { return nil }
        do throws(Faults) {
            return EffectiveEvent(
                event: try view?.view(of: event) ?? event, corrections: corrections,
                retraction: retraction, isCertain: isCertain && said.and(happened) == .yes)
        } catch {
            throw UnreadableCorrection(position: event.position, faults: error)
        }
    }
}

extension Event {
    /// Whether it had begun by a date; an undated happening may have.
    fileprivate func hasHappened(asOf date: EDTFDate?) -> Trilean {
        guard let date else { return .yes }
        return body.occurred?.began(by: date) ?? .unknown
    }
}

/// A correction that leaves an event which the language cannot read.
public struct UnreadableCorrection: Error, Hashable, Sendable {
    /// The corrected event's place in the log.
    public let position: Int64
    /// What is wrong with it as corrected.
    public let faults: Faults
}

/// What later events say about earlier ones, gathered from the end.
private struct Amendments {
    private var corrections: [EventReference: [Event]] = [:]
    private var retractions: [EventReference: [Event]] = [:]
    /// Corrections of which it cannot be said whether they had been published.
    private var doubtful: Set<EventID> = []

    /// Remembers an event that speaks of an earlier one.
    mutating func take(_ event: Event, said: Trilean) {
        if said == .unknown { doubtful.insert(event.id) }
        switch event.body.content {
        case .eventCorrected(let correction):
            corrections[correction.event, default: []].append(event)
        case .eventRetracted(let retraction):
            retractions[retraction.event, default: []].append(event)
        default: break
        }
    }

    /// The event with what was remembered of it.
    func apply(to event: Event) throws(UnreadableCorrection) -> EffectiveEvent {
        let names = event.names
        let own = names.flatMap { corrections[$0] ?? [] }.inStream(of: event)
        let retraction = names.flatMap { retractions[$0] ?? [] }.inStream(of: event).first
        var corrected = event
        do throws(Faults) {
            for correction in own { corrected = try corrected.corrected(by: correction) }
        } catch {
            throw UnreadableCorrection(position: event.position, faults: error)
        }
        let isCertain = !own.contains { doubtful.contains($0.id) }
        return EffectiveEvent(
            event: corrected, corrections: own, retraction: retraction, isCertain: isCertain)
    }
}

extension [Event] {
    /// Those in the stream of an event, in order of position.
    ///
    /// What speaks of an event stands in its stream; so the event reads the same, whichever other
    /// streams are at hand.
    fileprivate func inStream(of event: Event) -> [Event] {
        filter { $0.stream == event.stream }.sorted { $0.position < $1.position }
    }
}

extension Event {
    /// Every name by which a reference may mean this event.
    public var names: [EventReference] {
        let keyed = body.key.map { [EventReference.keyed(stream, $0)] } ?? []
        return keyed + [.id(id), .numbered(stream, version)]
    }

    /// The event with the values that a correction sets.
    func corrected(by correction: Event) throws(Faults) -> Event {
        guard case .eventCorrected(let values) = correction.body.content else { return self }
        var json = json
        let shape = EventBody.shape(data: type.shape)
        for member in values.set.members {
            json.set(member.value, at: member.name, as: shape.field(at: member.name))
        }
        return try Event(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy, json: json)
    }
}

extension JSONObject {
    /// Sets the field that a correction's path names; `null` removes a field that cannot be `null`.
    fileprivate mutating func set(_ value: JSONValue, at path: String, as shape: Shape?) {
        let value = value.isNull && shape?.takesNull != true ? nil : value
        guard path.hasPrefix("data.") else {
            self[path] = value
            return
        }
        var data = self["data"]?.object ?? JSONObject()
        data[String(path.dropFirst("data.".count))] = value
        self["data"] = .object(data)
    }
}

extension Shape {
    /// The shape of the field that a path of a body names; nil where it has no such field.
    fileprivate func field(at path: String) -> Shape? {
        path.split(separator: ".").reduce(self) { shape, name in
            shape?.fields.first { $0.name == name }?.shape
        }
    }

    /// Whether `null` is a value of this shape.
    fileprivate var takesNull: Bool {
        switch self {
        case .nullable, .any: true
        default: false
        }
    }
}
