package import CaseModel

extension Measure {
    /// Whether it is in force, or was before it was suspended.
    var isRunning: Bool { isKnown && (status == .inForce || status == .suspended) }

    /// What an extension applies to if its event does not say.
    var running: ExtendedPart {
        if status == .suspended { return .suspension }
        return isEnforced ? .measure : .nonEnforcement
    }

    /// The measure is created, or changes from planned to in force.
    ///
    /// A change that is not certainly later never moves it back to an earlier stage.
    mutating func begin(_ status: Status, _ change: DatedChange<MeasureEffect>) {
        guard !isKnown || status != self.status && !wouldGoBack(to: status, change) else { return }
        move(to: status, change)
    }

    /// Imposing a measure that is already in force only extends it.
    mutating func impose(until: EDTFDate?, _ change: DatedChange<MeasureEffect>) {
        if isKnown, status == .inForce {
            term = change.date == nil ? term ?? until : until ?? term
            sustainedBy = change.event.reference
        } else if !isKnown || !wouldGoBack(to: .inForce, change) {
            move(to: .inForce, change)
            term = until ?? (change.event.takesControl ? term : nil)
            sustainedBy = change.event.reference
        }
    }

    /// The date on which an order takes effect is reached.
    ///
    /// If the measure was suspended meanwhile, it is in force once the suspension is over; if it
    /// ended meanwhile, it stays ended.
    mutating func takeEffect(
        until: EDTFDate?, orderedAt made: ByTime, _ change: DatedChange<MeasureEffect>
    ) {
        if let lastEnd, made < lastEnd { return }
        guard status == .suspended, let pause = lastPause, made < pause.order else {
            return impose(until: until, change)
        }
        lastPause?.after = .inForce
        term = until ?? term
    }

    /// An extended measure keeps its status and the date of that.
    mutating func prolong(
        _ part: ExtendedPart, until: EDTFDate?, _ change: DatedChange<MeasureEffect>
    ) {
        if !isKnown {
            if part == .suspension { pause(change) } else { move(to: .inForce, change) }
            since = nil
        }
        switch part {
        case .measure: (term, sustainedBy) = (until, change.event.reference)
        case .suspension: (pauseTerm, pausedBy) = (until, change.event.reference)
        case .nonEnforcement: (isEnforced, enforcedUntil) = (false, until)
        }
    }

    mutating func amend(_ amended: MeasureAmended, _ change: DatedChange<MeasureEffect>) {
        if let enforced = amended.enforced {
            if enforced != isEnforced || enforcedSince == nil { enforcedSince = change.date }
            (isEnforced, enforcedUntil) = (enforced, amended.enforcedUntil)
        } else {
            enforcedUntil = amended.enforcedUntil ?? enforcedUntil
        }
        term = amended.until ?? term
    }

    mutating func suspend(until: EDTFDate?, _ change: DatedChange<MeasureEffect>) {
        if isKnown, status == .suspended {
            pauseTerm = until ?? pauseTerm
        } else {
            pause(change)
            pauseTerm = until
        }
        pausedBy = change.event.reference
    }

    mutating func resume(_ change: DatedChange<MeasureEffect>) {
        if !isKnown || status != .inForce { move(to: .inForce, change) }
    }

    mutating func end(_ how: MeasureEnd?, _ change: DatedChange<MeasureEffect>) {
        move(to: .ended(how), change)
        (term, lastEnd) = (nil, change.order)
    }

    /// The span of an event is over: whatever depends on that event alone ends with it.
    mutating func pass(_ change: DatedChange<MeasureEffect>) {
        if sustainedBy == change.event.reference, isRunning {
            end(nil, change)
        } else if pausedBy == change.event.reference, status == .suspended {
            move(to: lastPause?.after ?? .inForce, change)
        }
    }

    private mutating func pause(_ change: DatedChange<MeasureEffect>) {
        let isPlanned = isKnown && status.stage < Status.inForce.stage
        lastPause = Pause(order: change.order, after: isPlanned ? status : .inForce)
        move(to: .suspended, change)
    }

    /// Whether the change would move the measure back although it is not certainly later: only a
    /// change that is known to come after an end undoes it.
    private func wouldGoBack(to status: Status, _ change: DatedChange<MeasureEffect>) -> Bool {
        guard let date = change.date else { return status.stage <= self.status.stage }
        return status.stage < self.status.stage && since?.isBefore(date) != .yes
    }

    private mutating func move(to status: Status, _ change: DatedChange<MeasureEffect>) {
        self.status = status
        since = change.date
        setBy = change.event.reference
        isKnown = true
    }

    /// Records kind, parties and legal basis from an event.
    mutating func note(_ event: Event) {
        switch event.body.content {
        case .measureAnnounced(let announced):
            kind = announced.kind ?? kind
            instrument = announced.instrument ?? instrument
            statedJurisdiction = announced.jurisdiction ?? statedJurisdiction
            statedDirection = announced.direction ?? statedDirection
        case .measureImposed(let imposed):
            kind = imposed.kind
            instrument = imposed.instrument ?? instrument
            effective = imposed.effective ?? effective
            statedDirection = imposed.direction ?? statedDirection
        case .controlTaken(let taken):
            kind = taken.kind ?? kind
        default: return
        }
        // Duplicates are removed once, after the last event.
        by += event.actors(in: .actor)
        on += event.actors(in: .target)
    }
}

extension Event {
    /// The actors with a role, in the order given.
    package func actors(in role: Role) -> [ActorSlug] {
        body.actors.compactMap { $0.role == role ? $0.actor : nil }
    }

    /// Whether it takes control of an asset.
    fileprivate var takesControl: Bool {
        if case .controlTaken = body.content { true } else { false }
    }
}
