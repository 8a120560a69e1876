import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

/// State, timeline and chain of a record by some clocks, as JSON.
struct ClockedAnswers: Equatable {
    let state: JSONValue
    let timeline: JSONValue
    let chain: JSONValue

    /// As the program answers.
    init(_ log: [Event], _ asked: AskedClocks) throws {
        let clocks = try asked.clocks
        let sources = log.filter { $0.stream.kind == .source }
        let known = try effective(sources, by: Clocks(knownAt: clocks.knownAt))
        let (publications, registers) = (Publications(known), Registers(known))
        let events = try effective(
            log.filter { $0.stream.kind == .case }, by: clocks, publications: publications,
            isWhole: true)
        self.init(events, registers, clocks)
    }

    /// As the slow reading answers.
    init(slowly log: [Event], _ asked: AskedClocks) throws {
        let reading = try SlowReading(log, asked)
        let seen = try reading.seen()
        let answers = SlowAnswers(reading, seen.filter { $0.event.stream.kind == .case })
        // How a state is folded is claimed elsewhere; what is folded is worked out here.
        let own = answers.standing.map { EffectiveEvent($0, fates: answers.fates(of: $0)) }
        state = ClockedAnswers(own, try reading.registers(), try asked.clocks).state
        var timeline = answers.clockMembers
        timeline["schema"] = "cases.timeline/1"
        timeline["cases"] = .array(RandomRecord.cases.map(JSONValue.string))
        timeline["known_at"] = .integer(asked.knownAt ?? 0)
        timeline["entries"] = answers.entries
        self.timeline = .object(timeline)
        var chain = answers.chain(of: "a")
        chain["schema"] = "cases.chain/1"
        chain["known_at"] = .integer(asked.knownAt ?? 0)
        for member in answers.clockMembers.members { chain[member.name] = member.value }
        self.chain = .object(chain)
    }

    private init(_ events: [EffectiveEvent], _ registers: Registers, _ clocks: Clocks) {
        let slugs = RandomRecord.cases.compactMap { Slug($0) }
        let own = events.filter { $0.event.stream.slug == slugs[0] }
        let knownAt = clocks.knownAt ?? 0
        state =
            CaseAnswer(
                state: CaseState(of: slugs[0], own, asOf: clocks.asOf), knownAt: knownAt,
                registers: registers, clocks: clocks
            ).json
        timeline =
            TimelineAnswer(
                cases: slugs, knownAt: knownAt, timeline: Timeline(events, registers: registers),
                registers: registers, clocks: clocks
            ).json
        let start = own.filter { $0.event.type.isWorld }.map(\.event.reference)
        chain =
            ChainAnswer(
                chain: Chain(
                    from: start, in: events, registers: registers, asOf: clocks.asOf),
                knownAt: knownAt, registers: registers, clocks: clocks
            ).json
    }
}

extension EffectiveEvent {
    fileprivate init(
        _ verdict: SlowReading.Verdict, fates: [EventReference: LinkFate] = [:]
    ) {
        self.init(
            event: verdict.event, corrections: verdict.corrections, retraction: verdict.retraction,
            isCertain: verdict.isCertain,
            doubtfulSources: Set(verdict.doubtful.compactMap { Slug($0) }.map(SourceSlug.init)))
        self.fates = fates
    }
}

extension SlowReading {
    /// The sources as they were known, whoever had published what.
    fileprivate func registers() throws -> Registers {
        let known = try SlowReading(events, AskedClocks()).seen()
        return Registers(known.map { EffectiveEvent($0) })
    }
}

extension AskedClocks {
    /// A setting of the clocks, each asked or not.
    init(using generator: inout SplitMix) {
        if Bool.random(using: &generator) {
            asOf = April.clockTexts.randomElement(using: &generator)
        }
        if Bool.random(using: &generator) {
            publishedBy = April.clockTexts.randomElement(using: &generator)
        }
        if Bool.random(using: &generator) { knownAt = .random(in: 0...27, using: &generator) }
    }
}
