/// A five-character error code of the server (ISO/IEC 9075, PostgreSQL appendix A).
///
/// The set is open: code that raises its own states declares them in an extension.
package struct SQLState: RawRepresentable, Hashable, Sendable {
    /// The five characters, `23505`.
    package let rawValue: String

    /// The code with the five characters `rawValue`.
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
    /// The server does not know the outcome of a COMMIT.
    package static let transactionResolutionUnknown: SQLState = "08007"
    /// A date or time outside the server's range.
    package static let datetimeFieldOverflow: SQLState = "22008"
    /// A foreign key violation: the referenced row does not exist.
    package static let foreignKeyViolation: SQLState = "23503"
    /// A NOT NULL violation.
    package static let notNullViolation: SQLState = "23502"
    /// A unique violation: the row exists already.
    package static let uniqueViolation: SQLState = "23505"
    /// A CHECK violation.
    package static let checkViolation: SQLState = "23514"
    /// A write on a read-only server or in a read-only transaction.
    package static let readOnlyTransaction: SQLState = "25006"
    /// A statement in a transaction that has already failed.
    package static let failedTransaction: SQLState = "25P02"
    /// The schema does not exist.
    package static let invalidSchemaName: SQLState = "3F000"
    /// A serialization failure: concurrent transactions that cannot be serialized.
    package static let serializationFailure: SQLState = "40001"
    /// A deadlock.
    package static let deadlockDetected: SQLState = "40P01"
    /// A prepared statement that the session does not have.
    package static let undefinedStatement: SQLState = "26000"
    /// A prepared statement that already exists in the session.
    package static let duplicateStatement: SQLState = "42P05"
    /// The role lacks the privilege.
    package static let insufficientPrivilege: SQLState = "42501"
    /// The role, trigger or constraint exists already.
    package static let duplicateObject: SQLState = "42710"
    /// There is no such function for these argument types.
    package static let undefinedFunction: SQLState = "42883"
    /// The table does not exist.
    package static let undefinedTable: SQLState = "42P01"
    /// The schema exists already.
    package static let duplicateSchema: SQLState = "42P06"
    /// No space left on the server's disk.
    package static let diskFull: SQLState = "53100"
    /// More sessions than the server allows.
    package static let tooManyConnections: SQLState = "53300"
    /// A lock was not available in time.
    package static let lockNotAvailable: SQLState = "55P03"
    /// A statement cancelled by request or by its time-out.
    package static let queryCanceled: SQLState = "57014"
    /// A session ended by an administrator.
    package static let adminShutdown: SQLState = "57P01"
    /// A session ended by the crash of another server process.
    package static let crashShutdown: SQLState = "57P02"
    /// A server that is starting or stopping.
    package static let cannotConnectNow: SQLState = "57P03"
    /// A RAISE of PL/pgSQL without a code of its own.
    package static let raisedException: SQLState = "P0001"
}
