/// A five-character code that tells a server's errors apart (ISO/IEC 9075, PostgreSQL appendix A).
///
/// Open: whoever raises a code of their own names it in an extension.
package struct SQLState: RawRepresentable, Hashable, Sendable {
    /// The five characters, `23505`.
    package let rawValue: String

    /// The code spelled by `rawValue`.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// The first two characters, which name the class.
    package var errorClass: Substring { rawValue.prefix(2) }
}

extension SQLState: ExpressibleByStringLiteral {
    /// The code as written in the source.
    package init(stringLiteral value: StaticString) { self.init(rawValue: "\(value)") }
}

extension SQLState {
    /// Lets `catch SQLState.uniqueViolation` select an error by its code.
    package static func ~= (state: SQLState, error: any Error) -> Bool {
        (error as? PostgresError)?.state == state
    }
}

extension SQLState {
    package static let transactionResolutionUnknown: SQLState = "08007"
    package static let featureNotSupported: SQLState = "0A000"
    package static let stringDataRightTruncation: SQLState = "22001"
    package static let datetimeFieldOverflow: SQLState = "22008"
    package static let invalidParameterValue: SQLState = "22023"
    package static let notNullViolation: SQLState = "23502"
    package static let foreignKeyViolation: SQLState = "23503"
    package static let uniqueViolation: SQLState = "23505"
    package static let checkViolation: SQLState = "23514"
    package static let readOnlyTransaction: SQLState = "25006"
    package static let failedTransaction: SQLState = "25P02"
    package static let invalidSchemaName: SQLState = "3F000"
    package static let serializationFailure: SQLState = "40001"
    package static let deadlockDetected: SQLState = "40P01"
    package static let insufficientPrivilege: SQLState = "42501"
    package static let syntaxError: SQLState = "42601"
    package static let duplicateObject: SQLState = "42710"
    package static let undefinedFunction: SQLState = "42883"
    package static let undefinedTable: SQLState = "42P01"
    package static let duplicateSchema: SQLState = "42P06"
    package static let duplicateTable: SQLState = "42P07"
    package static let tooManyConnections: SQLState = "53300"
    package static let lockNotAvailable: SQLState = "55P03"
    package static let queryCanceled: SQLState = "57014"
    package static let adminShutdown: SQLState = "57P01"
    package static let crashShutdown: SQLState = "57P02"
    package static let cannotConnectNow: SQLState = "57P03"
    package static let raisedException: SQLState = "P0001"
}
