package import CaseModel

/// The effects of an event on a measure.
enum MeasureEffect {
    /// It is proposed or announced.
    case planned(Measure.Status)
    /// It is in force, until a day if one is given.
    case imposed(until: EDTFDate?)
    /// The date on which an order takes effect is reached; `orderedAt` is the sort key of the order
    /// itself.
    case effective(until: EDTFDate?, orderedAt: ByTime)
    /// It, its suspension or its non-enforcement is extended.
    case extended(until: EDTFDate?, ExtendedPart?)
    /// It is amended without a change of status.
    case amended(MeasureAmended)
    /// It is suspended, until a day if one is given.
    case suspended(until: EDTFDate?)
    /// It is in force again.
    case resumed
    /// It is over.
    case ended(MeasureEnd)
    /// Everything taken under this order has been returned; the event of the return need not name
    /// the order.
    case emptied(Slug)
    /// The time span of the event has ended.
    case over
}

extension DayAsked {
    /// The changes of measures by world events, each in order of time.
    func changes(
        _ happenings: [Event]
    ) -> [(measure: Slug, change: DatedChange<MeasureEffect>)] {
        var all: [(measure: Slug, change: DatedChange<MeasureEffect>)] = []
        for event in happenings {
            guard let measure = event.measure else { continue }
            let changes = event.measureEffect.map { spanned($0, by: event) } ?? imposing(event)
            all += changes.compactMap(\.self).map { (measure, $0) }
        }
        return all
    }

    /// An order that takes effect certainly or possibly after it is made is at first only
    /// announced.
    ///
    /// An order with retroactive effect is applied when it is made, as in force since the earlier
    /// day.
    private func imposing(_ event: Event) -> [DatedChange<MeasureEffect>?] {
        guard case .measureImposed(let imposed) = event.body.content else { return [] }
        let effect = MeasureEffect.imposed(until: imposed.until)
        guard let effective = imposed.effective else { return spanned(effect, by: event) }
        let (occurred, made) = (event.body.occurred, hasCome(event.body.occurred, by: event))
        let order = ByTime(date: occurred, position: event.position)
        let isLater = occurred?.isBefore(effective) ?? .yes
        guard isLater != .no else {
            return [DatedChange(effect, on: effective, made, by: event, orderedBy: order)]
                + over(event)
        }
        let announced = DatedChange(
            MeasureEffect.planned(.announced), on: occurred, made, by: event)
        let inForce = DatedChange(
            MeasureEffect.effective(
                until: imposed.until, orderedAt: order), on: effective,
            made.and(hasCome(effective, by: event)), by: event)
        return [announced, inForce] + over(event)
    }

    private func spanned(
        _ effect: MeasureEffect, by event: Event
    ) -> [DatedChange<MeasureEffect>?] {
        let date = event.effectDate
        return [DatedChange(effect, on: date, hasCome(date, by: event), by: event)] + over(event)
    }

    private func over(_ event: Event) -> [DatedChange<MeasureEffect>?] {
        guard event.lasts, let end = event.body.occurred?.end else { return [] }
        return [DatedChange(.over, on: end, isOver(end, by: event), by: event)]
    }
}

extension Event {
    /// The measure that it refers to; nil if it names none.
    package var measure: Slug? {
        switch body.content {
        case .measureAnnounced(let announced): announced.measure
        case .measureImposed(let imposed): imposed.measure
        case .measureAmended(let amended): amended.measure
        case .measureExtended(let extended): extended.measure
        case .measureSuspended(let suspended): suspended.measure
        case .measureResumed(let resumed): resumed.measure
        case .measureEnded(let ended): ended.measure
        case .controlTaken(let taken): taken.measure
        case .controlReturned(let returned): returned.measure
        case .controlExtended(let extended): extended.measure
        default: nil
        }
    }

    /// Its effect on its measure on the day of the event; nil for an order, which may take effect
    /// on another day, and for events without an effect on a measure.
    fileprivate var measureEffect: MeasureEffect? {
        switch body.content {
        case .measureAnnounced(let announced):
            .planned(announced.stage == .proposed ? .proposed : .announced)
        case .measureAmended(let amended): .amended(amended)
        case .measureExtended(let extended): .extended(until: extended.until, extended.of)
        case .measureSuspended(let suspended): .suspended(until: suspended.until)
        case .measureResumed: .resumed
        case .measureEnded(let ended): .ended(ended.how)
        case .controlTaken(let taken) where taken.measure != nil: .imposed(until: nil)
        default: nil
        }
    }

    /// The day of its effect: its own, unless an amendment names another.
    fileprivate var effectDate: EDTFDate? {
        guard case .measureAmended(let amended) = body.content else { return body.occurred }
        return amended.effective ?? body.occurred
    }

    /// Whether its effect lasts for its span.
    fileprivate var lasts: Bool {
        switch body.content {
        case .measureImposed, .measureSuspended: true
        default: false
        }
    }
}
