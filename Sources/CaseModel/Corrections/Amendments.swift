/// What later events say about earlier ones, gathered from the end.
struct Amendments {
    private struct Amendment {
        let event: Event
        /// Whether it was certainly said, and certainly so.
        let isCertain: Bool
    }

    private var corrections: [EventReference: [Amendment]] = [:]
    private var retractions: [EventReference: [Amendment]] = [:]

    /// Remembers an event that speaks of an earlier one.
    mutating func take(_ standing: EffectiveEvent, said: Trilean) {
        let amendment = Amendment(
            event: standing.event, isCertain: standing.isCertain && said == .yes)
        switch standing.event.body.content {
        case .eventCorrected(let correction):
            corrections[correction.event, default: []].append(amendment)
        case .eventRetracted(let retraction):
            retractions[retraction.event, default: []].append(amendment)
        default: break
        }
    }

    /// The event with what was remembered of it.
    func apply(to event: Event) throws(UnreadableCorrection) -> EffectiveEvent {
        let corrections = Amendments.speaking(of: event, in: corrections)
        let retractions = Amendments.speaking(of: event, in: retractions)
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
    private static func speaking(
        of event: Event, in amendments: [EventReference: [Amendment]]
    ) -> [Amendment] {
        guard !amendments.isEmpty else { return [] }
        return event.names.flatMap { amendments[$0] ?? [] }
            .filter { $0.event.stream == event.stream }
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
