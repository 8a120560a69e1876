public import CanonicalJSON
import CaseModel

extension ValuedClaim {
    /// The claim as answers write it; what is not said is left out.
    public var answer: JSONValue {
        var members: JSONObject = ["source": .string(claim.source.slug.text)]
        members["at"] = claim.at.map(JSONValue.string)
        members["printed"] = claim.printed.map(JSONValue.string)
        members["quote"] = claim.quote.map(JSONValue.string)
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
