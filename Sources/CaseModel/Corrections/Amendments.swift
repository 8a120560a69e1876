/// What later events say about earlier ones, gathered from the end.
struct Amendments {
    private struct Amendment {
        let event: Event
        /// Whether it was certainly said, and certainly so.
        let isCertain: Bool

        /// Whether it corrects; else it retracts.
        var corrects: Bool {
            if case .eventCorrected = event.body.content { true } else { false }
        }
    }

    private var amendments: [EventReference: [Amendment]] = [:]
    /// Whether events are spoken of by other names than their keys.
    private var usesOtherNames = false

    /// Remembers an event that speaks of an earlier one.
    mutating func take(_ standing: EffectiveEvent, said: Trilean) {
        guard let name = standing.event.body.content.amended else { return }
        let isCertain = standing.isCertain && said == .yes
        amendments[name, default: []].append(
            Amendment(event: standing.event, isCertain: isCertain))
        usesOtherNames = usesOtherNames || !name.isKeyed
    }

    /// The event with what was remembered of it.
    func apply(to event: Event) throws(UnreadableCorrection) -> EffectiveEvent {
        let amendments = speaking(of: event)
        guard !amendments.isEmpty else { return EffectiveEvent(asRecorded: event) }
        let corrections = amendments.filter(\.corrects)
        let retractions = amendments.filter { !$0.corrects }
        let retraction = retractions.first(where: \.isCertain)?.event
        let isDoubtful = retraction == nil && !retractions.isEmpty
        return EffectiveEvent(
            event: try Amendments.correct(event, by: corrections),
            corrections: corrections.map(\.event), retraction: retraction,
            isCertain: !isDoubtful && corrections.allSatisfy(\.isCertain))
    }

    /// The amendments of an event, in order of position.
    ///
    /// What speaks of an event stands in its stream; so the event reads the same, whichever other
    /// streams are at hand.
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
        do throws(Faults) {
            for correction in corrections {
                corrected = try corrected.corrected(by: correction.event)
            }
        } catch {
            throw UnreadableCorrection(position: event.position, faults: error)
        }
        return corrected
    }
}
