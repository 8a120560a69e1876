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
    /// A message that the protocol does not allow; PgBouncer's code for most of its own refusals.
    package static let protocolViolation: SQLState = "08P01"
    /// A COMMIT whose outcome the server does not know.
    package static let transactionResolutionUnknown: SQLState = "08007"
    /// A moment outside the server's calendar.
    package static let datetimeFieldOverflow: SQLState = "22008"
    /// A row refers to one that is not there.
    package static let foreignKeyViolation: SQLState = "23503"
    /// A value that a column must have.
    package static let notNullViolation: SQLState = "23502"
    /// A row that is there already.
    package static let uniqueViolation: SQLState = "23505"
    /// A row that a CHECK refuses.
    package static let checkViolation: SQLState = "23514"
    /// A write on a server, or in a transaction, that only reads.
    package static let readOnlyTransaction: SQLState = "25006"
    /// A statement in a transaction of which another has failed.
    package static let failedTransaction: SQLState = "25P02"
    /// A schema that is not there.
    package static let invalidSchemaName: SQLState = "3F000"
    /// Two transactions that cannot both be as if alone.
    package static let serializationFailure: SQLState = "40001"
    /// Two transactions that waited for each other.
    package static let deadlockDetected: SQLState = "40P01"
    /// A prepared statement that the session does not have.
    package static let undefinedStatement: SQLState = "26000"
    /// A prepared statement that the session has already.
    package static let duplicateStatement: SQLState = "42P05"
    /// A right that the role does not have.
    package static let insufficientPrivilege: SQLState = "42501"
    /// A role, trigger or constraint that is there already.
    package static let duplicateObject: SQLState = "42710"
    /// A function that is not there for these types.
    package static let undefinedFunction: SQLState = "42883"
    /// A table that is not there.
    package static let undefinedTable: SQLState = "42P01"
    /// A schema that is there already.
    package static let duplicateSchema: SQLState = "42P06"
    /// No space left on the server's disk.
    package static let diskFull: SQLState = "53100"
    /// More sessions than the server allows.
    package static let tooManyConnections: SQLState = "53300"
    /// A lock that was not to be had in time.
    package static let lockNotAvailable: SQLState = "55P03"
    /// A statement stopped by request or by its time-out.
    package static let queryCanceled: SQLState = "57014"
    /// A session ended by an administrator.
    package static let adminShutdown: SQLState = "57P01"
    /// A session ended by the crash of another.
    package static let crashShutdown: SQLState = "57P02"
    /// A server that is starting or stopping.
    package static let cannotConnectNow: SQLState = "57P03"
    /// A RAISE of PL/pgSQL without a code of its own.
    package static let raisedException: SQLState = "P0001"
}
