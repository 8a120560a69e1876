import CanonicalJSON
import CaseModel

/// What an owner has, and who says so, in the words of the standard.
enum BODSInterest {
    /// An interest with its share in percent, and the days from which and to which it was held, where
    /// they are known.
    static func json(_ share: Share?, _ direct: Directness, _ date: EDTFDate?) -> JSONObject {
        var interest: JSONObject = [
            "type": share == nil ? "unknownInterest" : "shareholding",
            "directOrIndirect": .string(direct.bodsWord),
        ]
        if let date, case .span = date.kind {
            interest["startDate"] = day(date.start).map(JSONValue.string)
            interest["endDate"] = day(date.end).map(JSONValue.string)
        }
        switch share {
        case .exact(let fraction):
            interest["details"] = .string(fraction.text)
            interest["share"] = percent(from: fraction, to: fraction)
        case .printed(let printed):
            interest["details"] = .string(printed.printed)
            interest["share"] = percent(from: printed.min, to: printed.max)
        case nil: break
        }
        return interest
    }

    /// A date that is one day; nil for any other: the standard would read a month as its first day.
    private static func day(_ date: EDTFDate?) -> String? {
        guard let date, !date.isApproximate, !date.isUncertain, let day = date.earliest,
            day == date.latest
        else { return nil }
        return day.text
    }

    /// Whole percents that contain a share, exact where it is a whole number of percents: a fraction
    /// has no end in decimals, and numbers of JSON are often binary fractions.
    private static func percent(from min: Fraction?, to max: Fraction?) -> JSONValue? {
        let low = min.map { $0.numerator * 100 / $0.denominator }
        let high = max.map { ($0.numerator * 100 + $0.denominator - 1) / $0.denominator }
        guard low != nil || high != nil else { return nil }
        if let low, low == high { return ["exact": .integer(low)] }
        var share: JSONObject = [:]
        share["minimum"] = .integer(low ?? 0)
        share["maximum"] = .integer(high ?? 100)
        return .object(share)
    }

    /// Who says so; nil if no source does.
    static func source(of event: Event) -> JSONValue? {
        // Who denies it, or speaks of one field only, does not assert it.
        let claims = event.body.claims.filter { $0.supports && $0.field == nil }
        guard !claims.isEmpty else { return nil }
        let places = claims.compactMap(\.at)
        var source: JSONObject = [
            "type": ["thirdParty"],
            "assertedBy": .array(claims.map { ["name": .string($0.source.slug.text)] }),
        ]
        if places.count == 1 { source["description"] = .string(places[0]) }
        return .object(source)
    }

    /// What has no place of its own: the summary, the date in EDTF, and whether it is disputed.
    static func annotations(of event: Event, _ doubt: ExchangeRecord.Doubt?) -> JSONValue {
        let day = String(event.recordedAt.text.prefix(10))
        return .array(
            [event.body.summary, event.body.occurred?.text, doubt?.rawValue].compactMap(\.self).map
            { text in
                [
                    "statementPointerTarget": "", "motivation": "commenting",
                    "description": .string(text), "creationDate": .string(day),
                    "createdBy": ["name": "A record of cases"],
                ]
            })
    }
}

extension Directness {
    fileprivate var bodsWord: String {
        switch self {
        case .yes: "direct"
        case .no: "indirect"
        case .unknown: "unknown"
        }
    }
}
