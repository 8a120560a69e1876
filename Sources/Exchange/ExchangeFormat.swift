/// A format of other tools.
package enum ExchangeFormat: String, CaseIterable, Sendable {
    /// A data package of CSV tables (Data Package 2.0, RFC 4180).
    case csv
    /// Entities of FollowTheMoney, one a line.
    case ftm
    /// Statements of FollowTheMoney, as CSV.
    case ftmStatements = "ftm-statements"
    /// A bundle of STIX 2.1.
    case stix
    /// Statements of the Beneficial Ownership Data Standard 0.4.
    case bods
    /// JSON-LD 1.1 with terms of PROV.
    case jsonld

    /// Writes a record in this format.
    ///
    /// - Parameters:
    ///   - record: The events as they stand.
    ///   - withMark: Whether CSV tables begin with a byte order mark, as Excel expects of UTF-8.
    /// - Returns: The files, and what is lost.
    package func write(_ record: ExchangeRecord, withMark: Bool = false) -> Exchanged {
        switch self {
        case .csv: CSVPackage(record, withMark: withMark).exchanged
        case .ftm: FollowTheMoney(record).entityLines
        case .ftmStatements: FollowTheMoney(record).statementTable
        case .stix: STIXBundle(record).exchanged
        case .bods: OwnershipStatements(record).exchanged
        case .jsonld: LinkedData(record).exchanged
        }
    }
}
