/// What EDTF level 1 says about a whole date: `?`, `~`, `%` at its end, or nothing.
enum Mark: Hashable, Sendable {
    case none, uncertain, approximate, both

    /// The mark that the character stands for; nil for any other character.
    init?(_ character: Unicode.Scalar?) {
        switch character {
        case "?": self = .uncertain
        case "~": self = .approximate
        case "%": self = .both
        default: return nil
        }
    }

    var isUncertain: Bool { self == .uncertain || self == .both }
    var isApproximate: Bool { self == .approximate || self == .both }

    /// The words for a date with this mark.
    func qualify(_ phrase: String) -> String {
        (isApproximate ? "about " : "") + phrase + (isUncertain ? " (doubtful)" : "")
    }
}
