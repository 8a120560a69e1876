import CaseModel

/// The courses of all rows in the state of a case, by the bytes of the rows' names.
struct StateCourses: Sendable {
    /// The changes of a row, and those that were retracted.
    private struct Making<Effect: Sendable>: Sendable {
        var changes: [DatedChange<Effect>] = []
        var retracted: [DatedChange<Effect>] = []
    }

    private let measures: [[UInt8]: Making<MeasureEffect>]
    private let licences: [[UInt8]: Making<LicenceEffect>]
    private let inquiries: [[UInt8]: Making<InquiryEffect>]
    private let roles: [[UInt8]: Making<RoleEffect>]
    private let listings: [[UInt8]: Making<ListingEffect>]
    private let controls: [[UInt8]: Controls.Taking]
    private let ownership: [[UInt8]: (event: Event, claim: OwnershipClaim)]
    private let orders: [Slug: [Controls.Taking]]
    private let registers: Registers

    /// The courses as of a day.
    ///
    /// - Parameters:
    ///   - own: effective events of the case.
    ///   - all: the same, and those of other cases that refer to its measures.
    ///   - day: the requested day.
    ///   - registers: the registered measures and lists.
    init(
        _ own: [EffectiveEvent], beside all: [EffectiveEvent], by day: DayAsked,
        registers: Registers
    ) {
        let (happenings, retracted) = (own.happenings, own.retractedHappenings)
        measures = StateCourses.making(
            MeasureLives.changes(all.happenings, of: nil, by: day),
            Dictionary(grouping: day.changes(all.retractedHappenings), by: \.measure)
                .mapValues { $0.map(\.change) }
        ) { StateRow.List.measures.name(of: [$0.text]) }
        licences = StateCourses.making(
            Licences.changes(happenings, by: day), Licences.changes(retracted, by: day)
        ) { StateRow.List.licences.name(of: $0.map { String(decoding: $0, as: UTF8.self) }) }
        inquiries = StateCourses.making(
            Inquiries.changes(happenings, by: day), Inquiries.changes(retracted, by: day)
        ) { StateRow.List.inquiries.name(of: [String(decoding: $0, as: UTF8.self)]) }
        roles = StateCourses.making(
            HeldRoles.changes(happenings, by: day), HeldRoles.changes(retracted, by: day)
        ) { StateRow.List.roles.name(of: $0.names) }
        listings = StateCourses.making(
            Listings.changes(happenings, by: day, registers: registers),
            Listings.changes(retracted, by: day, registers: registers)
        ) { StateRow.List.listings.name(of: [$0.list.text, $0.party.slug.text]) }
        controls = StateCourses.controls(happenings, retracted, day)
        ownership = StateCourses.ownership(happenings, day)
        orders = StateCourses.orders(all, day)
        self.registers = registers
    }

    /// The course of a row; nil if no event, counted or retracted, affects it.
    func course(of name: [UInt8]) -> RowCourse? {
        if let making = measures[name] { return course(making) }
        if let making = licences[name] {
            return RowCourse(making.changes, retracted: making.retracted) {
                (row: Licence, _) in StateRow(.licences, row.answer)
            }
        }
        if let making = inquiries[name] {
            return RowCourse(making.changes, retracted: making.retracted) {
                (row: Inquiry, _) in StateRow(.inquiries, row.answer)
            }
        }
        if let making = roles[name] {
            return RowCourse(making.changes, retracted: making.retracted) {
                (row: HeldRole, _) in StateRow(.roles, row.answer)
            }
        }
        if let making = listings[name] {
            return RowCourse(making.changes, retracted: making.retracted) {
                (row: Listing, _) in StateRow(.listings, row.answer)
            }
        }
        if let taking = controls[name] { return RowCourse(taking) }
        return ownership[name].map { event, claim in
            RowCourse(steps: [RowCourse.Step(event, StateRow(.ownership, claim.answer))])
        }
    }

    private func course(_ making: Making<MeasureEffect>) -> RowCourse {
        let registers = registers.measures
        var course = RowCourse(making.changes, retracted: making.retracted) {
            (row: Measure, change) in
            var row = row
            row.register = registers[row.slug]
            row.amendments = change.flatMap(Measure.Amendment.init).map { [$0] } ?? []
            return StateRow(.measures, row.answer)
        }
        let order = making.changes.first?.measure
        course.returns = order.flatMap { orders[$0] }.map { OrderReturns($0, of: making.changes) }
        return course
    }
}

extension StateCourses {
    private static func making<Key, Effect>(
        _ changes: [Key: [DatedChange<Effect>]], _ retracted: [Key: [DatedChange<Effect>]],
        name: (Key) -> String
    ) -> [[UInt8]: Making<Effect>] {
        var making: [[UInt8]: Making<Effect>] = [:]
        for (key, changes) in changes {
            making[Array(name(key).utf8), default: Making()].changes = changes
        }
        for (key, changes) in retracted {
            making[Array(name(key).utf8), default: Making()].retracted = changes
        }
        return making
    }

    private static func controls(
        _ happenings: [Event], _ retracted: [Event], _ day: DayAsked
    ) -> [[UInt8]: Controls.Taking] {
        let all = retracted.isEmpty ? happenings : (happenings + retracted).inOrderOfTime
        let takings = Controls(all, by: day, retracted: Set(retracted.map(\.position))).takings
        return Dictionary(
            takings.map { (name(.controls, $0.control.asset, $0.event), $0) }
        ) { first, _ in first }
    }

    private static func ownership(
        _ happenings: [Event], _ day: DayAsked
    ) -> [[UInt8]: (event: Event, claim: OwnershipClaim)] {
        Dictionary(
            happenings.compactMap { event in
                OwnershipClaim(event, by: day).map {
                    (name(.ownership, $0.asset, event), (event, $0))
                }
            }
        ) { first, _ in first }
    }

    private static func name(_ list: StateRow.List, _ asset: ActorSlug, _ event: Event) -> [UInt8] {
        Array(list.name(of: [asset.slug.text], event.reference.description).utf8)
    }

    /// What was taken under each order, with the retracted returns.
    private static func orders(
        _ all: [EffectiveEvent], _ day: DayAsked
    ) -> [Slug: [Controls.Taking]] {
        let retracted = all.retractedHappenings
        let happenings =
            retracted.isEmpty ? all.happenings : (all.happenings + retracted).inOrderOfTime
        let takings = day.takings(happenings, retracted: Set(retracted.map(\.position)))
        var orders: [Slug: [Controls.Taking]] = [:]
        for taking in takings {
            if let order = taking.control.measure { orders[order, default: []].append(taking) }
        }
        return orders
    }
}

extension [EffectiveEvent] {
    /// The retracted world events, in timeline order.
    fileprivate var retractedHappenings: [Event] {
        compactMap { $0.retraction != nil && $0.event.type.isWorld ? $0.event : nil }.inOrderOfTime
    }
}

/// The courses of the rows of a state, for supported events and for all.
struct GroundsCourses: Sendable {
    /// The courses for events that have supporting sources left, or need none.
    let supported: StateCourses
    /// The courses for all events.
    let all: StateCourses

    /// See `StateCourses`.
    init(
        _ own: [EffectiveEvent], beside events: [EffectiveEvent], by day: DayAsked,
        registers: Registers
    ) {
        all = StateCourses(own, beside: events, by: day, registers: registers)
        let isAllSupported = !events.contains { $0.isUnsupported && $0.retraction == nil }
        supported =
            isAllSupported
            ? all
            : StateCourses(
                own.filter { !$0.isUnsupported }, beside: events.filter { !$0.isUnsupported },
                by: day, registers: registers)
    }
}
