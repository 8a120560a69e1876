package import CaseModel

/// What an event does to a measure.
enum MeasureEffect {
    /// It is proposed or announced.
    case planned(Measure.Status)
    /// It is in force, until a day where that is said.
    case imposed(until: EDTFDate?)
    /// The day has come on which an order was to have effect, which stands where `orderedAt` says.
    case effective(until: EDTFDate?, orderedAt: ByTime)
    /// It, its suspension or its non-enforcement goes on.
    case extended(until: EDTFDate?, ExtendedPart?)
    /// It is changed, and nothing of that changes its status.
    case amended(MeasureAmended)
    /// It is paused, until a day where that is said.
    case suspended(until: EDTFDate?)
    /// It is in force again.
    case resumed
    /// It is over.
    case ended(MeasureEnd)
    /// All that was taken under this order is back; the event that says so need not name it.
    case emptied(Slug)
    /// The span of the event is over.
    case over
}

extension DayAsked {
    /// What happenings change in the measures that they speak of, each in order of time.
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

    /// An order that is to have effect certainly or perhaps later than it is made is announced at
    /// first.
    ///
    /// One that has effect from an earlier day counts from when it is made, as in force
    /// since that day.
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
    /// The measure that it says something of; nil where it names none.
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

    /// What it does to its measure on the day of the event; nil for an order, whose effect may have
    /// a day of its own, and for what does nothing to a measure.
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

    /// The day on which it changes something: its own, unless an amendment names another.
    fileprivate var effectDate: EDTFDate? {
        guard case .measureAmended(let amended) = body.content else { return body.occurred }
        return amended.effective ?? body.occurred
    }

    /// Whether it brings about something that lasts for its span.
    fileprivate var lasts: Bool {
        switch body.content {
        case .measureImposed, .measureSuspended: true
        default: false
        }
    }
}
