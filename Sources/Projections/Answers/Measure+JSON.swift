import CanonicalJSON
import CaseModel

extension Measure {
    /// The measure as answers show it, in the state of a case and by itself.
    var answer: JSONObject {
        var members: JSONObject = [
            "amendments": .array(amendments.map(\.answer)), "by": .slugs(by),
            "direction": .string(direction.rawValue), "effective": effective.answerOrNull,
            "enforced": .bool(isEnforced), "enforced_since": enforcedSince.answerOrNull,
            "enforced_until": enforcedUntil.answerOrNull, "instrument": .optional(instrument),
            "jurisdiction": .optional(jurisdiction?.slug.text),
            "kind": .optional((kind ?? register?.kind)?.rawValue),
            "measure": .string(slug.text), "on": .slugs(on), "set_by": .event(setBy),
            "since": since.answer, "status": .string(status.word), "until": until.answerOrNull,
        ]
        if case .ended(let how) = status { members["how"] = .optional(how?.rawValue) }
        if hasEnforcedUntilPassed { members["enforced_until_passed"] = true }
        return members.standing(perhaps, hasUntilPassed: hasUntilPassed)
    }
}

extension Measure.Amendment {
    fileprivate var answer: JSONValue {
        var members: JSONObject = [
            "change": .string(said.change), "event": .event(event), "occurred": occurred.answer,
        ]
        members["direction"] = said.direction.map { .string($0.rawValue) }
        members["effective"] = said.effective?.described
        members["enforced"] = said.enforced.map { .bool($0) }
        members["enforced_until"] = said.enforcedUntil?.described
        members["until"] = said.until?.described
        return members.marked(certain: isCertain)
    }
}

extension EDTFDate {
    /// The date as answers write it, where there is one.
    var described: JSONValue { Optional(self).answer }
}
