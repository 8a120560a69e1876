package import CaseModel
import EventLog
package import Projections

extension CaseRecord {
    /// Every source of the workspace, with how much rests on it.
    package func sources() async throws(CaseworkError) -> SourcesAnswer {
        let horizon = try await horizon()
        let events = try await standing(try await log.streamNames())
        let registers = Registers(try await known(in: .source))
        let support = Support(events)
        let sources = registers.sources.keys.sorted().compactMap {
            SourceUse($0, support, registers)
        }
        return SourcesAnswer(
            sources: sources, isDetailed: false, knownAt: horizon, registers: registers,
            clocks: clocks)
    }

    /// One source, with everything that rests on it.
    package func source(_ slug: Slug) async throws(CaseworkError) -> SourcesAnswer {
        let (stream, horizon) = (StreamName(.source, slug), try await horizon())
        try await require(stream)
        let events = try await standing(try await streams(speakingOf: SourceSlug(slug)))
        let registers = Registers(try await known(in: .source))
        guard let use = SourceUse(SourceSlug(slug), Support(events), registers) else {
            throw .notYet("source \"\(slug)\"")
        }
        return SourcesAnswer(
            sources: [use], isDetailed: true, knownAt: horizon, registers: registers,
            clocks: clocks)
    }

    /// The events of every register of a kind as they were known: who published what when is not
    /// itself a matter of when it was published.
    func known(
        in kind: StreamName.Kind
    ) async throws(CaseworkError) -> [EffectiveEvent] {
        let streams = try await asking { () async throws(EventLogError) in
            try await log.streams(kind).map(\.stream)
        }
        return try CaseRecord.resolve(
            try await events(of: streams), Clocks(knownAt: clocks.knownAt), Publications([]))
    }
}
