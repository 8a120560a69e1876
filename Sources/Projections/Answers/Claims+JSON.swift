public import CanonicalJSON
package import CaseModel

extension ValuedClaim {
    /// The claim in the JSON form of answers; absent members are omitted.
    public var answer: JSONValue {
        var members: JSONObject = ["source": .string(claim.source.slug.text)]
        members["at"] = claim.at.map(JSONValue.string)
        members["printed"] = claim.printed.map(JSONValue.string)
        members["quote"] = claim.quote.map(JSONValue.string)
        members["span"] = claim.span?.json
        members["field"] = (field?.path).map(JSONValue.string)
        members["value"] = value
        members["stance"] = (claim.stance?.rawValue).map(JSONValue.string)
        members["by"] = (claim.by?.text).map(JSONValue.string)
        members["grade"] = (claim.grade?.text).map(JSONValue.string)
        if isWithdrawn { members["withdrawn"] = true }
        if isUnsupported { members["unsupported"] = true }
        return members.marked(certain: isCertain)
    }
}

extension ChainLink {
    /// The members that a link has wherever it is shown.
    var members: JSONObject {
        var members: JSONObject = [
            "asserted_by": .strings(assertedBy.map(\.text)),
            "basis": .string(basis.rawValue),
            "disputed_by": .array(disputedBy.map(\.answer)),
            "likelihood": .optional(likelihood?.rawValue),
            "mode": .optional(identity.mode?.rawValue),
            "relation": .string(identity.relation.rawValue),
        ]
        if isUnsupported { members["unsupported"] = true }
        if restsOnRetracted { members["rests_on_retracted"] = true }
        if !labels.isEmpty { members["characterised_as"] = .array(labels.map(\.answer)) }
        return members
    }

    /// The link as a member of its event: `to` is the cause.
    var onEvent: JSONValue {
        var members = members
        members["to"] = .event(identity.to)
        return members.marked(certain: isCertain)
    }
}

extension Denial {
    fileprivate var answer: JSONValue {
        var denial: JSONObject = [
            "actor": .string(actor.slug.text), "source": .string(source.slug.text),
        ]
        if isWithdrawn { denial["withdrawn"] = true }
        return denial.marked(certain: isCertain)
    }
}

extension LinkLabel {
    fileprivate var answer: JSONValue {
        var label: JSONObject = [
            "label": .string(label), "by": .string(by.slug.text),
            "source": .string(source.slug.text),
        ]
        if isWithdrawn { label["withdrawn"] = true }
        return label.marked(certain: isCertain)
    }
}

extension Chain.Arrow {
    /// The link as an edge: from the cause to the response.
    var answer: JSONValue {
        var members = link.members
        members["from"] = .event(link.identity.to)
        members["to"] = .event(link.identity.event)
        members["days"] = days.answer
        return members.marked(certain: isCertain)
    }
}

extension Event {
    /// The event in one sentence, for people.
    package var headline: String {
        guard isErased else { return body.summary ?? "" }
        return erasure.map { "What it said was erased on \($0.recordedAt.day): \($0.reason)" }
            ?? "What it said was erased."
    }
}

extension JSONObject {
    /// Marks the members of an event whose body was erased, with when and why.
    package mutating func markErased(_ event: Event) {
        guard event.isErased else { return }
        self["erased"] = true
        self["erasure"] = event.erasure?.json
    }
}

extension Erasure {
    /// When and why, in the JSON form of answers.
    package var json: JSONValue {
        [
            "event": .event(event), "recorded_at": .string(recordedAt.text),
            "reason": .string(reason),
        ]
    }
}
