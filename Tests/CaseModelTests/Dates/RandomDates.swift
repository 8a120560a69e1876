import CaseModel
import RandomSupport

/// A window of days, as one of the EDTF texts that can say it; it can be shifted.
struct RandomWindow {
    var first: Int64?
    var last: Int64?
    var isSpan: Bool
    /// Written as a list of a set where both days are known.
    var isList: Bool

    /// Days near each other, so that windows touch, overlap and coincide often.
    init(using generator: inout SplitMix) {
        let days = [
            Int64.random(in: -20...20, using: &generator), .random(in: -20...20, using: &generator),
        ]
        isSpan = .random(using: &generator)
        isList = .random(using: &generator)
        first = Int.random(in: 0..<6, using: &generator) == 0 ? nil : days.min()
        let isOpen = first != nil && Int.random(in: 0..<6, using: &generator) == 0
        last = isOpen ? nil : Bool.random(using: &generator) ? days.max() : first ?? days.max()
    }

    func shifted(by days: Int64) -> RandomWindow {
        var copy = self
        copy.first = first.map { $0 + days }
        copy.last = last.map { $0 + days }
        return copy
    }

    var text: String {
        let (from, to) = (day(first), day(last))
        if isList, let from, let to {
            return isSpan ? "{\(from),\(to)}" : "[\(to),\(from)..\(from)]"
        }
        if isSpan { return "\(from ?? "..")/\(to ?? "")" }
        return from == to ? from ?? "" : "[\(from ?? "")..\(to ?? "")]"
    }

    private func day(_ number: Int64?) -> String? {
        number.flatMap(Day.init(daysSince1970:))?.text
    }
}

/// Texts that are dates, to be cut up and joined wrongly.
let sampleTexts = [
    "1985-04-12", "2004-06~", "1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30Z", "201X", "20XX",
    "1985-XX-XX", "Y-170000002", "-1985-02", "2001-21", "2004-02-01/2005", "1985-04/..", "/1985",
    "[2031-04-02..2031-04-12]", "[..1984]", "[1760-12..]", "2004-06-11%", "Y3388E2S3", "{..1984}",
    "?2004-06-~11", "2004-06-XX/2004-07-03", "[1760-01,1760-02,1760-12..]", "{1960,1961-12}",
    "15XX-12-25", "1984-1X", "2004-%06-11", "190X-02-29", "{1667,1668,1670..1672}", "2001-34",
]

/// A text of the alphabet of EDTF, or a piece of one date beside a piece of another.
func randomText(using generator: inout SplitMix) -> String {
    let alphabet = Array("0123456789012345678900--XXYTZES-+:./,,?~%[]{}.. xé")
    if Bool.random(using: &generator) {
        let length = Int.random(in: 0...24, using: &generator)
        return String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
    }
    let pieces = (0..<2).map { _ in piece(using: &generator) }
    return pieces.joined()
}

private func piece(using generator: inout SplitMix) -> Substring {
    guard let text = sampleTexts.randomElement(using: &generator) else { return "" }
    let cut = Int.random(in: 0...text.count, using: &generator)
    return Bool.random(using: &generator) ? text.prefix(cut) : text.dropFirst(cut)
}
