/// A currency by its code of ISO 4217.
public struct Currency: TextValue, Hashable {
    /// The three capital letters.
    public let code: String

    /// `ISO 4217`.
    public static var form: TextForm {
        TextForm(name: "ISO 4217", pattern: "^[A-Z]{3}$")
    }
    /// The code for no currency.
    public static var placeholder: Currency { Currency(code: "XXX") }

    private init(code: String) { self.code = code }

    /// Reads three capital letters.
    public init(spelling text: String) throws(Misspelling) {
        guard text.utf8.count == 3, text.utf8.allSatisfy(isCapital) else {
            throw Misspelling(
                "\(quoted(text)) is not a currency code", hint: "ISO 4217: USD, EUR, CNY")
        }
        code = text
    }
}

/// A country by its two-letter code of ISO 3166-1.
public struct Country: TextValue, Hashable {
    /// The two capital letters.
    public let code: String

    /// `ISO 3166-1`.
    public static var form: TextForm {
        TextForm(name: "ISO 3166-1", pattern: "^(\(admitted.joined(separator: "|")))$")
    }
    /// The code for no country.
    public static var placeholder: Country { Country(code: "ZZ") }

    private init(code: String) { self.code = code }

    /// Reads two capital letters.
    public init(spelling text: String) throws(Misspelling) {
        guard text.utf8.count == 2, text.utf8.allSatisfy(isCapital) else {
            throw Misspelling(
                "\(quoted(text)) is not a country code", hint: "ISO 3166-1: NL, CN, US")
        }
        code = text
    }
}

func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}

/// The codes that may be recorded, by decision 022.
///
/// A log with other codes remains readable; the rule applies only to new events.
extension Country {
    /// The codes of ISO 3166-1 that are officially assigned, in alphabetical order.
    private static let assigned = codes(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ
        BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM
        DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS
        GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN
        KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ
        MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM
        PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
        SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI
        VN VU WF WS YE YT ZA ZM ZW
        """)

    /// Former states and territories of ISO 3166-3, each under a code that was never reassigned,
    /// and Kosovo, which has no code in ISO 3166-1 and for which this user-assigned code is in
    /// general use.
    private static let alsoTaken = codes("AN DD SU VD YD YU XK")

    /// The usual meaning of codes that denote a country with another code.
    private static let meant = [
        "UK": "GB", "EL": "GR", "AC": "SH", "TA": "SH", "CP": "FR", "DG": "IO", "EA": "ES",
        "IC": "ES", "FX": "FR", "BU": "MM", "DY": "BJ", "HV": "BF", "NH": "VU", "RH": "ZW",
        "TP": "TL", "ZR": "CD", "KS": "XK",
    ]

    /// Every code that may be recorded, in alphabetical order.
    private static let admitted = assigned.union(alsoTaken).sorted()

    private static func codes(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Why the code may not be recorded; nil if it may.
    package var refusal: Misspelling? {
        guard !Country.assigned.contains(code), !Country.alsoTaken.contains(code) else {
            return nil
        }
        let hint =
            if let meant = Country.meant[code] {
                "did you mean \(meant)?"
            } else if code == "EU" || code == "UN" || code == "EZ" {
                "an organisation of states has no country: leave the field out"
            } else if code == "CS" {
                "it was Czechoslovakia's and Serbia and Montenegro's: write CZ, SK, RS or ME"
            } else {
                "ISO 3166-1 alpha-2: NL, CN, US"
            }
        return Misspelling("\(quoted(code)) is not an assigned country code", hint: hint)
    }
}
