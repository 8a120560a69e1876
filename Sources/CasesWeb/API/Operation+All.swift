import CanonicalJSON
import CaseModel
import Casework
import Projections

extension Operation {
    /// Everything that can be asked, in the order in which it is documented.
    static let all = cases + overAllCases + registers + events

    private static let cases = [
        Operation(
            "/cases", "The cases.",
            [
                .tag, Parameter("status", "Only those: open or closed.", example: "open"),
                Parameter("year", "Whose last event may be of this year.", example: "2025"),
            ], schema: "cases.list/1"
        ) { record, asked in
            let facets = try CaseFacets(
                asked: asked["status"] ?? "", year: asked["year"] ?? "")
            guard let tag = asked["tag"] else {
                return try await record.list().narrowed(to: facets).json
            }
            return try await record.list(tagged: try Named.slug(tag)).narrowed(to: facets).json
        },
        Operation("/cases/{case}", "The state of a case.", schema: "cases.case/1") {
            try await $0.state(of: try $1.slug("case")).json
        },
        Operation(
            "/cases/{case}/timeline", "What happened in a case, in order of time.",
            [
                Parameter("actor", "Only what an actor has a role in.", example: "nexperia"),
                Parameter("type", "Only events of a type.", example: "measure.imposed"),
                Parameter("during", "Only what may have happened then.", example: "2025"), .tag,
            ], schema: "cases.timeline/1"
        ) { try await timeline($0, $1) },
        Operation(
            "/cases/{case}/chain", "Who answered whom, around the events of a case.",
            schema: "cases.chain/1"
        ) { try await $0.chain(from: .case(try $1.slug("case"))).json },
        Operation(
            "/cases/{case}/conflicts", "What in a case contradicts something.",
            schema: "cases.conflicts/1"
        ) { try await $0.conflicts(in: try $1.slug("case")).json },
        Operation(
            "/cases/{case}/why", "What a value rests on.",
            [Parameter("field", "The field.", isRequired: true, example: "title")],
            schema: "cases.why/1"
        ) { try await $0.why(try $1.text("field"), of: try $1.slug("case")).json },
        Operation(
            "/cases/{case}/diff", "What changed in a case between two instants.",
            [
                Parameter("from", "The first instant.", isRequired: true, example: "1"),
                Parameter("to", "The second instant.", isRequired: true, example: "today"),
                Parameter("clock", "occurred, published or recorded.", example: "recorded"),
            ], schema: "cases.diff/1"
        ) { record, asked in
            let clock = try Arguments.clock(asked["clock"] ?? "recorded")
            let range = try ClockRange(clock, from: asked.text("from"), to: asked.text("to"))
            return try await record.difference(in: try asked.slug("case"), between: range).json
        },
    ]

    private static let overAllCases = [
        Operation(
            "/timeline", "What happened in all cases, in order of time.",
            [Parameter("during", "Only what may have happened then.", example: "2025")],
            schema: "cases.timeline/1"
        ) { try await timeline($0, $1) },
        Operation(
            "/measures", "The measures of all cases.", Parameter.ofMeasures,
            schema: "cases.measures/1"
        ) { record, asked in
            let question = MeasureQuestion(
                isInForce: asked["in-force"] != nil, by: asked.list("by"),
                against: asked.list("against"), kinds: asked.list("kind"),
                scopes: asked.list("scope"), case: asked["case"], tag: asked["tag"])
            return try await record.measures(try await question.filter(record)).json
        },
        Operation("/measures/{measure}", "A measure.", schema: "cases.measure/1") {
            try await $0.measure(try $1.slug("measure")).json
        },
        Operation(
            "/due", "What runs out or is due soon.",
            [
                Parameter("from", "From which day.", example: "today"),
                Parameter("within", "How far ahead: 30d or 6w.", example: "30d"),
                Parameter("overdue", "yes: also what has passed.", example: "yes"), .tag,
            ], schema: "cases.due/1"
        ) { record, asked in
            try await record.due(
                from: try Named.singleDay(asked["from"] ?? Day.todayWord),
                within: try Named.days(asked["within"] ?? "30d"),
                includesOverdue: asked["overdue"] == "yes",
                tag: try asked["tag"].map { try Named.slug($0) }
            ).json
        },
        Operation("/answers", "Which act answers which, and how fast.", schema: "cases.answers/1") {
            record, _ in try await record.responses(in: nil).json
        },
        Operation("/conflicts", "What contradicts something.", schema: "cases.conflicts/1") {
            record, _ in try await record.conflicts(in: nil).json
        },
        Operation(
            "/search", "The events that have some words.",
            [
                Parameter("q", "The words.", isRequired: true, example: "chips"),
                Parameter("limit", "The most events, up to 1000.", example: "50"),
            ], schema: "cases.search/1"
        ) { record, asked in
            let limit = try asked.count("limit", most: 1_000, usual: 50)
            return try await record.search(for: try asked.text("q"), limit: limit).json
        },
    ]

    private static let registers = [
        Operation(
            "/actors", "The actors.",
            [Parameter("list", "Only those on a list.", example: "entity-list"), .tag],
            schema: "cases.actors/1"
        ) { record, asked in
            try await record.actors(
                on: try asked["list"].map { try Named.slug($0) },
                tagged: try asked["tag"].map { try Named.slug($0) }
            ).json
        },
        Operation("/actors/{actor}", "An actor.", schema: "cases.actor/1") {
            try await $0.actor(try $1.slug("actor")).json
        },
        Operation("/sources", "The sources.", schema: "cases.sources/1") { record, _ in
            try await record.sources().json
        },
        Operation(
            "/sources/{source}", "A source with what rests on it.", schema: "cases.sources/1"
        ) { try await $0.source(try $1.slug("source")).json },
        Operation(
            "/trace/{subject}", "The hands that something went through: an actor or a case.",
            schema: "cases.trace/1"
        ) { try await $0.trace(try $1.slug("subject")).json },
        Operation(
            "/read-models", "The read models, with how far each has got.",
            schema: "cases.projections/1", takesClocks: false
        ) { record, _ in
            try await CaseRecord(log: record.log).rebuilder.projections().json
        },
    ]

    private static let events = [
        Operation("/events/{id}", "An event by its id.", schema: "cases.event/1") { record, asked in
            guard let id = EventID(try asked.text("id")) else {
                throw CaseworkError(
                    .usage, "the id of an event is a UUID",
                    hint: "or ask for /cases/CASE/events/KEY")
            }
            return try await record.show(.id(id)).json
        },
        Operation(
            "/cases/{case}/events/{key}", "An event of a case by its key.", schema: "cases.event/1"
        ) { record, asked in
            let stream = StreamName(.case, try asked.slug("case"))
            return try await record.show(.keyed(stream, try asked.slug("key"))).json
        },
    ]

    private static func timeline(
        _ record: CaseReader, _ asked: Arguments
    ) async throws -> JSONValue {
        var actor: ActorSlug?
        if let name = asked["actor"] { actor = try await record.actorSlug(named: name) }
        let filter = TimelineFilter(
            actor: actor, type: try asked["type"].map { try Named.type($0) },
            during: try asked["during"].map { try Named.date($0) },
            tag: try asked["tag"].map { try Named.slug($0) })
        let slugs = asked["case"] == nil ? [] : [try asked.slug("case")]
        return try await record.timeline(of: slugs, filter: filter, includesRetracted: false).json
    }
}

extension Parameter {
    fileprivate static let tag = Parameter("tag", "Only what is tagged so.", example: "chips")

    fileprivate static let ofMeasures = [
        Parameter("in-force", "In force then, certainly or perhaps.", example: "today"),
        Parameter(
            "by", "Imposed by an actor, or country:XX; several with commas.", example: "country:NL"),
        Parameter(
            "against", "Aimed at an actor, or country:XX; several with commas.", example: "nexperia"
        ),
        Parameter("kind", "Of this kind; several with commas.", example: "control_seizure"),
        Parameter("scope", "Covering a code; several with commas.", example: "hs:8542"),
        Parameter("case", "Named in this case.", example: "nexperia-seizure"), .tag,
    ]
}

extension Arguments {
    fileprivate func slug(_ name: String) throws(CaseworkError) -> Slug {
        try Named.slug(try text(name))
    }

    fileprivate static func clock(_ text: String) throws(CaseworkError) -> ChosenClock {
        guard let clock = ChosenClock(rawValue: text) else {
            throw CaseworkError(
                .usage, "there is no such clock", hint: "occurred, published, recorded")
        }
        return clock
    }
}
