import CanonicalJSON

/// A measure while its changes are told.
private struct SlowMeasure {
    var status = ""
    var how = ""
    var since: String?
    var term: String?
    var pause: String?
    var enforced = true
    var setBy = ""
    var sustainedBy = ""
    var pausedBy = ""
    /// When it was last paused, and what it is after that.
    var paused: (at: (Int64, Int64, Int64), after: String)?
    var endedAt: (Int64, Int64, Int64)?

    static let stages = ["proposed", "announced", "in_force", "suspended", "ended"]

    mutating func move(_ status: String, _ how: String, _ change: SlowChange) {
        (self.status, self.how, since, setBy) = (status, how, change.day, change.of.name)
    }

    mutating func stop(_ change: SlowChange) {
        let isPlanned = ["proposed", "announced"].contains(status)
        paused = (change.order, isPlanned ? status : "in_force")
        move("suspended", "", change)
    }

    func mayBegin(_ status: String, _ change: SlowChange) -> Bool {
        guard self.status != "" else { return true }
        let now = SlowMeasure.stages.firstIndex(of: self.status) ?? 0
        let next = SlowMeasure.stages.firstIndex(of: status) ?? 0
        if change.day == nil { return next > now }
        return next >= now || SlowState.isBefore(since, change.day)
    }

    mutating func take(_ change: SlowChange) {
        let data = change.of.data
        // What a taking is to end is not what its order is to end.
        let until = change.what == "taken" ? nil : data["until"]?.string
        switch change.what {
        case "announced", "proposed":
            if status != change.what, mayBegin(change.what, change) {
                move(change.what, "", change)
            }
        case "effective":
            // The order counts from when it was made: paused or ended since, it does not begin.
            let made = change.of.order
            if let endedAt, made < endedAt { break }
            if status == "suspended", let paused, made < paused.at {
                self.paused?.after = "in_force"
                term = until ?? term
                break
            }
            fallthrough
        case "imposed", "taken":
            if status == "in_force" {
                term = change.day == nil ? term ?? until : until ?? term
                sustainedBy = change.of.name
            } else if mayBegin("in_force", change) {
                move("in_force", "", change)
                term = change.what == "taken" ? term : until
                sustainedBy = change.of.name
            }
        case "extended":
            let running =
                status == "suspended" ? "suspension" : enforced ? "measure" : "non_enforcement"
            let part = data["of"]?.string ?? running
            if status == "" {
                if part == "suspension" { stop(change) } else { move("in_force", "", change) }
                since = nil
            }
            if part == "measure" { (term, sustainedBy) = (until, change.of.name) }
            if part == "suspension" { (pause, pausedBy) = (until, change.of.name) }
            if part == "non_enforcement" { enforced = false }
        case "amended":
            if let flag = data["enforced"]?.bool { enforced = flag }
            term = until ?? term
        case "suspended":
            pause = status == "suspended" ? until ?? pause : until
            if status != "suspended" { stop(change) }
            pausedBy = change.of.name
        case "resumed":
            if status != "in_force" { move("in_force", "", change) }
        case "ended":
            if status != "ended" || how == "" { move("ended", data["how"]?.string ?? "", change) }
        case "emptied":
            if ["", "in_force", "suspended"].contains(status) { move("ended", "", change) }
        default:
            if sustainedBy == change.of.name, ["in_force", "suspended"].contains(status) {
                move("ended", "", change)
            } else if pausedBy == change.of.name, status == "suspended" {
                move(paused?.after ?? "in_force", "", change)
            }
        }
        // An end takes the term away, unless the measure had ended before.
        if status == "ended", setBy == change.of.name, change.what != "amended" {
            term = nil
            endedAt = change.order
        }
    }

    var until: String? {
        status == "ended" ? nil : status == "suspended" ? pause : term
    }
}

extension SlowState {
    /// A line for each measure, in order of their slugs.
    func measures(_ slugs: [String]) -> [String] {
        slugs.compactMap { slug in
            let about = happenings.filter { $0.data["measure"]?.string == slug }
            let changes = about.flatMap(measureChanges) + emptied(slug)
            let told = row(changes) { changes in
                var measure = SlowMeasure()
                changes.forEach { measure.take($0) }
                return measure.status == "" ? nil : measure
            }
            guard let (measure, isCertain, possible) = told else { return nil }
            let perhaps: [String] = possible.compactMap { possibility(measure, $0) }
            return "\(slug) \(line(measure)) by \(measure.setBy) \(isCertain) \(perhaps)"
        }
    }

    private func line(_ measure: SlowMeasure) -> String {
        "\(measure.status) \(measure.how) since \(measure.since ?? "-") "
            + "until \(measure.until ?? "-") \(measure.enforced)"
    }

    private func possibility(_ measure: SlowMeasure, _ change: SlowChange) -> String? {
        guard !SlowState.isBefore(change.day, measure.since) else { return nil }
        var next = measure
        next.take(change)
        let isSame =
            next.status == measure.status && next.how == measure.how
            && next.until == measure.until && next.enforced == measure.enforced
        return isSame ? nil : "\(line(next)) by \(change.of.name)"
    }

    private func measureChanges(_ happening: SlowHappening) -> [SlowChange] {
        let verb = happening.type.split(separator: ".").last.map(String.init) ?? ""
        switch happening.type {
        case "measure.announced":
            let stage = happening.data["stage"] == "proposed" ? "proposed" : "announced"
            return changes(happening, stage, lasts: false)
        case "measure.imposed": return imposed(happening)
        case "measure.suspended": return changes(happening, verb, lasts: true)
        case "control.taken": return changes(happening, "taken", lasts: false)
        case "control.returned", "control.extended": return []
        default: return changes(happening, verb, lasts: false)
        }
    }

    /// Announced on its own day and in force on that of its effect, unless that is not later.
    private func imposed(_ happening: SlowHappening) -> [SlowChange] {
        guard let effective = happening.data["effective"]?.string else {
            return changes(happening, "imposed", lasts: true)
        }
        let made = hasCome(happening.occurred, happening)
        let over = changes(happening, "imposed", lasts: true).filter { $0.what == "over" }
        let last = SlowState.window(effective)?.last
        var start = SlowState.window(happening.occurred)
        if let end = SlowState.window(SlowState.end(happening.occurred))?.last {
            start = April.Window(first: start?.first, last: min(start?.last ?? end, end))
        }
        let isNotLater =
            start != nil && (last.map { day in start?.first.map { day <= $0 } ?? false } ?? false)
        if isNotLater {
            return [
                SlowChange(
                    day: effective, window: SlowState.orderWindow(happening.occurred), come: made,
                    what: "imposed", of: happening)
            ].filter { $0.come != .no } + over
        }
        var all: [SlowChange] = []
        if made != .no {
            all.append(
                SlowChange(
                    day: SlowState.first(happening.occurred),
                    window: SlowState.orderWindow(happening.occurred), come: made,
                    what: "announced", of: happening))
        }
        let come = min(made, hasCome(effective, happening))
        if come != .no {
            all.append(
                SlowChange(
                    day: effective, window: April.dates[effective], come: come, what: "effective",
                    of: happening))
        }
        return all + over
    }
}
