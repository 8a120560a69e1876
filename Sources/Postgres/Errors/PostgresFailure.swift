/// An error type that has a place for a `PostgresError`, so that one closure may throw both.
///
/// A closure that throws must say what: `{ row throws(PostgresError) in try row.next() }`.
package protocol PostgresFailure: Error {
    /// The error that stands for `error`.
    init(_ error: PostgresError)
}

extension PostgresError: PostgresFailure {
    /// The error itself.
    package init(_ error: PostgresError) { self = error }
}

/// Runs `body` and puts what it throws into the caller's error type.
func passing<Value: ~Copyable, Failure: PostgresFailure>(
    to _: Failure.Type, _ body: () throws(PostgresError) -> Value
) throws(Failure) -> Value {
    do throws(PostgresError) { return try body() } catch { throw Failure(error) }
}
