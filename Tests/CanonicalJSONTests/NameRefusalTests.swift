import CanonicalJSON
import Testing

@Suite("A name that stands twice in one object")
struct NameRefusalTests {
    static let twice: [Refusal] = [
        Refusal(#"{"a":1,"a":2}"#, 7, .duplicateName("a")),
        Refusal(#"{"a":1,"\u0061":1}"#, 7, .duplicateName("a")),
        Refusal(#"{"":1,"":2}"#, 6, .duplicateName("")),
        Refusal(#"{"\u00e9":1,"é":2}"#, 12, .duplicateName("\u{e9}")),
        Refusal(#"[{"x":{"k":1,"k":2}}]"#, 13, .duplicateName("k")),
        Refusal("{\"k\":[{}],\n \"k\" :1}", 12, .duplicateName("k"), line: 2, column: 2),
        Refusal(#"{"b":1,"a":2,"c":3,"a":4,"b":5}"#, 19, .duplicateName("a")),
    ]

    @Test("is refused at the first one that repeats, also behind escapes", arguments: twice)
    func refused(refusal: Refusal) { refusal.check() }

    @Test("may stand in two objects")
    func nested() throws {
        let text = #"{"a":{"a":[{"a":1},{"a":2}]}}"#
        let value: JSONValue = ["a": ["a": [["a": 1], ["a": 2]]]]
        #expect(try JSONValue(reading: Array(text.utf8)) == value)
    }

    @Test("is found behind 100,000 others in time", .timeLimit(.minutes(10)))
    func many() {
        let names = (0..<100_000).map { "\"n\(($0 * 7_919) % 100_000)\":0" }
        let members = "{" + names.joined(separator: ",")
        let offset = members.utf8.count + 1
        Refusal(members + #","n4711":1}"#, offset, .duplicateName("n4711")).check()
    }
}
