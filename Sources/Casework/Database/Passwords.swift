/// The line with the passwords of connection strings removed.
///
/// If a connection string is given in place of another argument, the error message would repeat it.
///
/// The patterns are slow, and an error may have a hundred thousand lines: few of them contain the
/// characters that both patterns need.
package func withoutPasswords(_ line: String) -> String {
    guard line.utf8.contains(where: { "@=".utf8.contains($0) }) else { return line }
    return line.replacing(#/(postgres(?:ql)?:\/\/[^\s:\/@'"]*):\S*@/#) { "\($0.1):…@" }
        .replacing(#/(password\s*=\s*)(?:'(?:\\.|[^'\\])*'|(?:\\.|[^\s&'"])+)/#.ignoresCase()) {
            "\($0.1)…"
        }
}
