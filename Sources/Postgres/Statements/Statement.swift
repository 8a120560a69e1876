/// SQL in which every interpolated value is a parameter.
///
/// `"SELECT body FROM \(identifier: schema).events WHERE position > \(position)"` sends the
/// position beside the text, in binary, so no value can change what the statement says.
package struct Statement: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1`, `$2` … in place of values.
    ///
    /// Stored as bytes, because `String` compares canonically equivalent spellings as equal.
    let sql: [UInt8]
    /// The values, in the order of their numbers.
    let parameters: [any PostgresValue]
    /// The places of each `$n` in `sql`.
    fileprivate let places: [Range<Int>]

    /// The statement as written in the source, without values.
    package init(stringLiteral value: StaticString) {
        sql = value.bytes
        parameters = []
        places = []
    }

    /// The statement as written, with its values shown separately.
    package init(stringInterpolation: StringInterpolation) {
        sql = stringInterpolation.sql
        parameters = stringInterpolation.parameters
        places = stringInterpolation.places
    }

    /// The text with each value as a literal, for COPY, which takes no parameters.
    var spelledOut: [UInt8] {
        var spelled: [UInt8] = []
        var end = 0
        for (place, value) in zip(places, parameters) {
            spelled += sql[end..<place.lowerBound]
            spelled += Array(value.literal.utf8)
            end = place.upperBound
        }
        return spelled + sql[end...]
    }
}

extension Statement {
    /// Collects the pieces of a statement.
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        fileprivate var sql: [UInt8] = []
        fileprivate var parameters: [any PostgresValue] = []
        fileprivate var places: [Range<Int>] = []

        /// Room for a statement of this size.
        package init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        /// Appends SQL as written in the source.
        package mutating func appendLiteral(_ literal: StaticString) { sql += literal.bytes }

        /// Appends a parameter.
        package mutating func appendInterpolation(_ value: some PostgresValue) { append(value) }

        private mutating func append(_ value: some PostgresValue) {
            parameters.append(value)
            let start = sql.count
            sql += Array("$\(parameters.count)".utf8)
            places.append(start..<sql.count)
        }

        /// Appends a parameter that may be NULL.
        ///
        /// A separate overload, because otherwise the compiler warns about printing an optional.
        package mutating func appendInterpolation<Value: PostgresValue>(_ value: Value?) {
            append(value)
        }

        /// Appends another statement, with its values as further parameters.
        package mutating func appendInterpolation(_ part: Statement) {
            var end = 0
            for (place, value) in zip(part.places, part.parameters) {
                sql += part.sql[end..<place.lowerBound]
                append(value)
                end = place.upperBound
            }
            sql += part.sql[end...]
        }

        /// Appends a quoted identifier: case, spaces and quotes are part of the name.
        package mutating func appendInterpolation(identifier name: String) {
            sql += quotedIdentifier(name)
        }

        /// Appends quoted identifiers with commas between them.
        package mutating func appendInterpolation(identifiers names: [String]) {
            sql += names.map(quotedIdentifier).joined(separator: [UInt8(ascii: ",")])
        }
    }
}

/// `name` in double quotes, with embedded quotes doubled.
func quotedIdentifier(_ name: String) -> [UInt8] {
    let mark = UInt8(ascii: "\"")
    return [mark] + name.utf8.flatMap { $0 == mark ? [mark, mark] : [$0] } + [mark]
}

extension StaticString {
    fileprivate var bytes: [UInt8] {
        withUTF8Buffer { unsafe Array($0) }
    }
}
