import CaseModel

/// The form of a file that states who is on a list.
package enum ListForm: String, CaseIterable, Sendable {
    /// Supplement 4 to part 744 of title 15, in the XML of the eCFR: the Entity List.
    case ecfr
    /// The Consolidated Screening List, as JSON or CSV.
    case csl
    /// The EU's financial sanctions file, as XML.
    case euFSF = "eu-fsf"
    /// OpenSanctions statements, as CSV.
    case openSanctions = "opensanctions"

    /// The name of the list.
    package var title: String {
        switch self {
        case .ecfr: "Entity List"
        case .csl: "Consolidated Screening List"
        case .euFSF: "EU financial sanctions"
        case .openSanctions: "OpenSanctions"
        }
    }

    /// Who publishes the file.
    package var publisher: String {
        switch self {
        case .ecfr: "Electronic Code of Federal Regulations"
        case .csl: "International Trade Administration"
        case .euFSF: "European Commission"
        case .openSanctions: "OpenSanctions"
        }
    }

    /// The rows of a file, in its order.
    ///
    /// - Parameter bytes: The whole file.
    /// - Returns: At least one row; no two have the same identifier.
    /// - Throws: Every fault of the file; a row that cannot be read is never skipped.
    package func rows(of bytes: [UInt8]) throws(ListFaults) -> [ListedRow] {
        let rows =
            switch self {
            case .ecfr: try EntityListTable.rows(of: bytes)
            case .csl: try ScreeningList.rows(of: bytes)
            case .euFSF: try SanctionsFile.rows(of: bytes)
            case .openSanctions: try StatementTable.rows(of: bytes)
            }
        var first: [String: ListedRow] = [:]
        var faults: [ListFault] = []
        for row in rows {
            if let other = first.updateValue(row, forKey: row.id) {
                let place = other.line.map { ", as on line \($0)" } ?? ""
                faults.append(
                    ListFault(line: row.line, "\(quoted(row.id)) is stated twice\(place)"))
            }
        }
        guard faults.isEmpty else { throw ListFaults(faults) }
        return rows
    }
}
