/// An event with its amendments applied, before the clocks decide whether it is included.
struct ResolvedEvent {
    let standing: EffectiveEvent
    /// Whether a source of its corrections had reported it.
    let told: Trilean
    /// Whether it was reported, by its own sources and those of its corrections.
    var said = Trilean.yes
}

/// What later events say about earlier ones, collected from the end of the log.
struct Amendments {
    private struct Amendment {
        let event: Event
        /// Whether it was certainly published, and its own reports are certain.
        let isCertain: Bool
        /// Whether it names a source.
        let hasSource: Bool

        /// Whether it is a correction; otherwise a retraction.
        var corrects: Bool {
            if case .eventCorrected = event.body.content { true } else { false }
        }
    }

    private var amendments: [EventReference: [Amendment]] = [:]
    /// Whether events are referred to by names other than their keys.
    private var usesOtherNames = false

    /// Records an event that amends an earlier one, with the part of it that was published.
    mutating func take(
        _ resolved: ResolvedEvent, _ view: PublishedView?
    ) throws(UnreadableCorrection) {
        let standing = resolved.standing
        guard let name = standing.event.body.content.amended else { return }
        let hasSource = !standing.event.body.claims.isEmpty
        do {
            amendments[name, default: []].append(
                Amendment(
                    event: try view?.view(of: standing.event) ?? standing.event,
                    isCertain: standing.isCertain && resolved.said == .yes, hasSource: hasSource))
        } catch {
            throw UnreadableCorrection(
                position: standing.event.position, correction: nil, faults: error)
        }
        usesOtherNames = usesOtherNames || !name.isKeyed
    }

    /// The event with its recorded amendments applied.
    func apply(to event: Event) throws(UnreadableCorrection) -> ResolvedEvent {
        let amendments = speaking(of: event)
        guard !amendments.isEmpty else {
            return ResolvedEvent(standing: EffectiveEvent(asRecorded: event), told: .no)
        }
        let corrections = amendments.filter(\.corrects)
        let retractions = amendments.filter { !$0.corrects }
        let retraction = retractions.first(where: \.isCertain)?.event
        let isDoubtful = retraction == nil && !retractions.isEmpty
        let standing = EffectiveEvent(
            event: try Amendments.correct(event, by: corrections),
            corrections: corrections.map(\.event), retraction: retraction,
            isCertain: !isDoubtful && corrections.allSatisfy(\.isCertain))
        let sourced = corrections.filter(\.hasSource)
        return ResolvedEvent(
            standing: standing, told: Trilean.any(sourced.map { $0.isCertain ? .yes : .unknown }))
    }

    /// The amendments of an event, in order of position.
    ///
    /// Amendments of an event are in its own stream, so the event reads the same whichever other
    /// streams are loaded.
    private func speaking(of event: Event) -> [Amendment] {
        guard !amendments.isEmpty else { return [] }
        let spoken =
            usesOtherNames
            ? event.names.flatMap { amendments[$0] ?? [] } : amendments[event.reference] ?? []
        return spoken.filter { $0.event.stream == event.stream }
            .sorted { $0.event.position < $1.event.position }
    }

    private static func correct(
        _ event: Event, by corrections: [Amendment]
    ) throws(UnreadableCorrection) -> Event {
        var corrected = event
        for correction in corrections {
            do {
                corrected = try corrected.corrected(by: correction.event)
            } catch {
                throw UnreadableCorrection(
                    position: event.position, correction: correction.event.position,
                    faults: error)
            }
        }
        return corrected
    }
}
