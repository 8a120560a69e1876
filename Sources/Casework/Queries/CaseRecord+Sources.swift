package import CaseModel
import EventLog
package import Projections

extension CaseRecord {
    /// Every source of the workspace, with how much rests on it.
    package func sources() async throws(CaseworkError) -> SourcesAnswer {
        let (record, position) = try await snapshot()
        let events = try await record.standing(try await log.streamNames())
        let registers = Registers(try await record.known(in: .source))
        let support = Support(events)
        let sources = registers.sources.keys.sorted().compactMap {
            SourceUse($0, support, registers)
        }
        return SourcesAnswer(
            sources: sources, isDetailed: false, knownAt: position, registers: registers,
            clocks: clocks)
    }

    /// One source, with everything that rests on it.
    package func source(_ slug: Slug) async throws(CaseworkError) -> SourcesAnswer {
        let (record, position) = try await snapshot()
        try await record.require(StreamName(.source, slug))
        let streams = try await record.streams(speakingOf: SourceSlug(slug))
        let events = try await record.standing(streams)
        let registers = Registers(try await record.known(in: .source))
        try record.requireReadable(StreamName(.source, slug))
        guard let use = SourceUse(SourceSlug(slug), Support(events), registers) else {
            throw record.notYet("source \"\(slug)\"")
        }
        return SourcesAnswer(
            sources: [use], isDetailed: true, knownAt: position, registers: registers,
            clocks: clocks)
    }

    /// The events of every register of a kind as they were known.
    func known(
        in kind: StreamName.Kind
    ) async throws(CaseworkError) -> [EffectiveEvent] {
        let streams = try await asking { () async throws(EventLogError) in
            try await log.streams(kind).map(\.stream)
        }
        return try await known(streams)
    }
}
