/// A line without the passwords of the connection strings in it.
///
/// A connection string that stands where an argument of another kind is expected would be repeated by
/// the message that refuses it.
func withoutPasswords(_ line: String) -> String {
    line.replacing(#/(postgres(?:ql)?:\/\/[^\s:\/@'"]*):\S*@/#) { "\($0.1):…@" }
        .replacing(#/(password\s*=\s*)(?:'(?:\\.|[^'\\])*'|(?:\\.|[^\s&'"])+)/#.ignoresCase()) {
            "\($0.1)…"
        }
}
