import CanonicalJSON
import CaseModel

/// What an owner has, and who says so, in the words of the standard.
enum BODSInterest {
    /// An interest with its share in percent.
    static func json(_ share: Share?, _ direct: Directness) -> JSONObject {
        var interest: JSONObject = [
            "type": share == nil ? "unknownInterest" : "shareholding",
            "directOrIndirect": .string(direct.bodsWord),
        ]
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
        let claims = event.body.claims
        guard !claims.isEmpty else { return nil }
        let places = claims.compactMap(\.at)
        var source: JSONObject = [
            "type": ["thirdParty"],
            "assertedBy": .array(claims.map { ["name": .string($0.source.slug.text)] }),
        ]
        if places.count == 1 { source["description"] = .string(places[0]) }
        return .object(source)
    }

    /// The date in EDTF and the summary, which have no place of their own.
    static func annotations(of event: Event) -> JSONValue {
        let day = String(event.recordedAt.text.prefix(10))
        return .array(
            [event.body.summary, event.body.occurred?.text].compactMap(\.self).map { text in
                [
                    "statementPointerTarget": "", "motivation": "commenting",
                    "description": .string(text), "creationDate": .string(day),
                    "createdBy": ["name": .string(event.recordedBy)],
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
