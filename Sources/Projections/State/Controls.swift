import CaseModel

/// The takings of control in one case, and their outcomes.
///
/// Two takings of one asset coexist: neither ends the other.
struct Controls {
    private(set) var takings: [Taking] = []
    /// The indexes of takings without a certain end, by asset, in order.
    private var open: [ActorSlug: [Int]] = [:]
    /// Returns that found nothing to end, by asset: their taking is dated less precisely, or not at
    /// all, and so comes later.
    private var early: [ActorSlug: [(returned: ControlReturned, event: Event)]] = [:]
    /// Returns that ended a taking, by asset, with the event of that taking; only as far as they
    /// could end a later taking.
    private var used: [ActorSlug: [(returned: ControlReturned, event: Event, by: Event)]] = [:]
    private let day: DayAsked
    /// The orders under which something is taken, with the first event of each.
    private let takingOrders: [Slug: Event]

    /// The current controls, in order of asset and time.
    var current: [Control] {
        takings.filter { $0.end == nil }.map(\.control).sorted { $0.asset < $1.asset }
    }

    /// Folds the world events of one case, in order of time.
    ///
    /// A return that is only possible does not end anything; it is recorded as a possible end.
    ///
    /// - Parameters:
    ///   - happenings: the world events of the case that count, and retracted ones.
    ///   - day: the requested day.
    ///   - retracted: the positions of the retracted ones, for which only their would-be effect is
    ///     recorded.
    init(_ happenings: [Event], by day: DayAsked, retracted: Set<Int64> = []) {
        self.day = day
        let counting = happenings.filter { !retracted.contains($0.position) }
        takingOrders = Dictionary(
            counting.compactMap { event in event.takingOrder.map { ($0, event) } }
        ) { first, _ in first }
        for event in happenings {
            if retracted.contains(event.position) { noteRetracted(event) } else { apply(event) }
        }
        for index in takings.indices { takings[index].close(by: day) }
    }

    private mutating func apply(_ event: Event) {
        switch event.body.content {
        case .controlTaken(let taken): take(taken, event)
        case .controlReturned(let returned): end(returned, event)
        case .controlExtended(let extended): extend(extended, event)
        default: break
        }
    }

    private mutating func take(_ taken: ControlTaken, _ event: Event) {
        let certain = !day.doubtful.contains(event.reference)
        var taking = Taking(control: Control(taken, event, isCertain: certain), event: event)
        let place = early[taken.asset]?.firstIndex { mayEnd(taking, $0.returned, $0.event) }
        if let place, let (returned, early) = early[taken.asset]?.remove(at: place) {
            taking.end(by: early, isDoubtful: isDoubtful(early))
            used[taken.asset, default: []].append((returned, early, event))
        } else {
            taking.precededBy = preceding(taking)
        }
        if taking.end == nil { open[taken.asset, default: []].append(takings.count) }
        takings.append(taking)
    }

    private mutating func end(_ returned: ControlReturned, _ event: Event) {
        let other = returned.measure.flatMap { takingOrders[$0] }
        var isEarly = true
        for index in standing(returned, event) {
            if ends(returned, takings[index].control) {
                takings[index].end(by: event, isDoubtful: isDoubtful(event))
                used[returned.asset, default: []].append((returned, event, takings[index].event))
                isEarly = false
            } else if takings[index].spared == nil {
                takings[index].spared = other.map { Sparing(returned: event, other: $0) }
            }
        }
        if isEarly { early[returned.asset, default: []].append((returned, event)) }
        open[returned.asset]?.removeAll { takings[$0].end != nil }
    }

    /// Whether an earlier return may end a taking.
    private func mayEnd(_ taking: Taking, _ returned: ControlReturned, _ event: Event) -> Bool {
        ends(returned, taking.control) && !isBefore(event.body.occurred, taking.control.since)
    }

    /// The event of another taking, whose return might otherwise have ended this taking.
    private mutating func preceding(_ taking: Taking) -> Event? {
        guard let all = used[taking.control.asset] else { return nil }
        let ending = all.filter { mayEnd(taking, $0.returned, $0.event) }
        // What is over before this taking is over before all later ones, except undated ones.
        let last = all.last { isBefore($0.event.body.occurred, taking.control.since) }
        used[taking.control.asset] =
            (last.map { [$0] } ?? [])
            + all.filter {
                !isBefore($0.event.body.occurred, taking.control.since)
            }
        return ending.first?.by
    }

    /// The indexes of the takings that a return could end by its date.
    private func standing(_ returned: ControlReturned, _ event: Event) -> [Int] {
        (open[returned.asset] ?? []).filter { index in
            !isBefore(takings[index].event.body.occurred?.end, event.body.occurred)
        }
    }

    private mutating func extend(_ extended: ControlExtended, _ event: Event) {
        for index in extending(extended) {
            if isDoubtful(event) {
                let control = takings[index].control
                takings[index].control.perhaps.append(
                    Possibility(
                        status: "taken", since: control.since, until: extended.until,
                        setBy: event.reference))
            } else {
                takings[index].control.until = extended.until
                takings[index].extensions.append(
                    Extension(event: event, until: extended.until))
            }
        }
    }

    /// The indexes of the takings that an extension prolongs.
    private func extending(_ extended: ControlExtended) -> [Int] {
        (open[extended.asset] ?? []).filter {
            [nil, takings[$0].control.measure].contains(extended.measure)
        }
    }

    /// Records the would-be effect of a retracted event.
    private mutating func noteRetracted(_ event: Event) {
        switch event.body.content {
        case .controlReturned(let returned):
            for index in standing(returned, event) where ends(returned, takings[index].control) {
                takings[index].retractedReturns.append(event)
            }
        case .controlExtended(let extended):
            for index in extending(extended) {
                takings[index].retractedExtensions.append(
                    Extension(event: event, until: extended.until))
            }
        default: break
        }
    }

    private func isDoubtful(_ event: Event) -> Bool { day.doubtful.contains(event.reference) }

    /// A return that names the order of a taking ends what was taken under that order; otherwise
    /// (no order, or one that took nothing) it ends all takings of the asset.
    private func ends(_ returned: ControlReturned, _ control: Control) -> Bool {
        guard returned.asset == control.asset else { return false }
        guard let order = returned.measure, takingOrders[order] != nil else { return true }
        return order == control.measure
    }

    private func isBefore(_ earlier: EDTFDate?, _ later: EDTFDate?) -> Bool {
        guard let earlier, let later else { return false }
        return earlier.isBefore(later) == .yes
    }
}

extension Controls {
    /// A taking, with its outcome.
    struct Taking {
        var control: Control
        let event: Event
        /// Its certain end; nil if there is none.
        var end: End?
        /// Its possible ends, under the requested clocks.
        var possibleEnds: [End] = []
        /// The extensions beyond the span of its event.
        var extensions: [Extension] = []
        /// The first return that would have ended it, had it not named another order.
        var spared: Sparing?
        /// The event of the taking that was ended by a return which might otherwise have ended this
        /// one; nil if there is none.
        var precededBy: Event?
        /// The retracted returns that would have ended it.
        var retractedReturns: [Event] = []
        /// The retracted extensions that would have prolonged it.
        var retractedExtensions: [Extension] = []
    }

    /// An extension of a taking; without a new end if the event gives none.
    struct Extension {
        let event: Event
        let until: EDTFDate?
    }

    /// The end of a taking: a return, or the end of its event's span.
    struct End {
        let date: EDTFDate?
        let event: Event
    }

    /// A return under an order by which other things were taken.
    struct Sparing {
        let returned: Event
        /// The event that took another thing under that order.
        let other: Event
    }
}

extension Controls.Taking {
    /// Ends it, certainly or possibly.
    fileprivate mutating func end(by event: Event, isDoubtful: Bool) {
        let end = Controls.End(date: event.body.occurred, event: event)
        if isDoubtful { possibleEnds.append(end) } else { self.end = end }
    }

    /// Ends it at the end of its event's span, and lists the possible ends.
    fileprivate mutating func close(by day: DayAsked) {
        guard end == nil else { return }
        if let last = event.body.occurred?.end, extensions.isEmpty {
            let over = Controls.End(date: last, event: event)
            switch day.isOver(last, by: event) {
            case .yes: end = over
            case .unknown: possibleEnds.append(over)
            case .no: break
            }
        }
        control.hasUntilPassed = day.hasPassed(control.until)
        control.perhaps += possibleEnds.map { end in
            Possibility(
                status: end.event.reference == event.reference ? "over" : "returned",
                since: end.date, setBy: end.event.reference)
        }
    }
}

extension Event {
    /// The order under which control is taken; nil for any other event.
    var takingOrder: Slug? {
        guard case .controlTaken(let taken) = body.content else { return nil }
        return taken.measure
    }
}
