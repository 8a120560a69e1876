package import CaseModel
package import Projections

extension Measure {
    /// Its status, since when, when it takes effect, and until when.
    package var standing: String {
        let effect = effective.flatMap { day in
            since == day ? nil : "effective \(day.phrase)"
        }
        let facts = [
            status.phrase, "since \(since.phrase)", effect,
            until.map { $0.lasting(hasPassed: hasUntilPassed) },
        ]
        return facts.compactMap(\.self).joined(separator: ", ")
    }

    /// That it is not enforced, since when and until when; nil if it is enforced.
    package var enforcement: String? {
        guard !isEnforced else { return nil }
        let facts = [
            "not enforced", enforcedSince.map { "since \($0.phrase)" },
            enforcedUntil.map { $0.lasting(hasPassed: hasEnforcedUntilPassed) },
        ]
        return facts.compactMap(\.self).joined(separator: ", ")
    }
}

extension Measure.Status {
    /// The status in words.
    package var phrase: String {
        switch self {
        case .ended(let how?): "ended (\(how.rawValue))"
        default: word.replacing("_", with: " ")
        }
    }
}

extension Measure.Amendment {
    /// When it changed, and how.
    package var words: String {
        let effective = said.effective.map { ", effective \($0.phrase)" } ?? ""
        return "\(occurred.phrase)\(effective): \(said.change)"
    }
}

extension Possibility {
    /// The possible status, since when and until when.
    package var words: String {
        let how = how.map { " (\($0))" } ?? ""
        let enforced = isEnforced.map { $0 ? ", enforced" : ", not enforced" } ?? ""
        let until = until.map { ", until \($0.phrase)" } ?? ""
        return status.replacing("_", with: " ") + how + enforced + ", since \(since.phrase)" + until
    }
}

extension EDTFDate {
    /// Until when something lasts; if that day has passed, that no end was recorded.
    package func lasting(hasPassed: Bool) -> String {
        "until \(phrase)" + (hasPassed ? ", which has passed; no end is recorded" : "")
    }
}

extension HeldRole.Status {
    /// The status in words.
    package var phrase: String { rawValue.replacing("_", with: " ") }
}

extension Share {
    /// The fraction, or the printed wording in quotation marks.
    package var words: String {
        switch self {
        case .exact(let fraction): fraction.text
        case .printed(let share): "\"\(share.printed)\""
        }
    }
}

extension OpenDispute.Subject {
    /// What is disputed, in words.
    package var words: String {
        switch self {
        case .link(let relation, let to): "\(relation.rawValue) \(to)"
        case .field(let field?): field.path
        case .field(nil): "the whole event"
        }
    }
}

extension DueItem {
    /// How far away the day is: `in 3 to 6 days`, `12 days ago`.
    package var distance: String {
        guard isOverdue, let least = days.max else {
            return days == DayWindow.unknown ? "day not known" : "in \(days.phrase)"
        }
        let most = days.min.map { -$0 }
        return most == -least ? "\(-least) days ago" : "at least \(-least) days ago"
    }
}

extension ActorListing {
    /// That a party is on a list, or may be: `on entity-list`, `perhaps on entity-list`.
    package var words: String {
        let isSure = row.isListed && row.isCertain && row.perhaps.isEmpty && !isDisputed
        return "\(isSure ? "on" : "perhaps on") \(row.list)"
    }
}
