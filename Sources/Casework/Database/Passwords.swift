/// A line without the passwords of the connection strings in it.
///
/// A connection string that stands where an argument of another kind is expected would be repeated by
/// the message that refuses it.
///
/// Patterns take a while, and a refusal may have a hundred thousand lines: few of them have what both
/// patterns need.
package func withoutPasswords(_ line: String) -> String {
    guard line.utf8.contains(where: { "@=".utf8.contains($0) }) else { return line }
    return line.replacing(#/(postgres(?:ql)?:\/\/[^\s:\/@'"]*):\S*@/#) { "\($0.1):…@" }
        .replacing(#/(password\s*=\s*)(?:'(?:\\.|[^'\\])*'|(?:\\.|[^\s&'"])+)/#.ignoresCase()) {
            "\($0.1)…"
        }
}
