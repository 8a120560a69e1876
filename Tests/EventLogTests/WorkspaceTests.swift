import EventLog
import Testing

@Suite("Workspace names")
struct WorkspaceTests {
    @Test(
        "letters, digits and underscores, a letter first, at most 31",
        arguments: ["cases", "a", "a_1", "table", String(repeating: "a", count: 31)])
    func taken(name: String) {
        #expect(Workspace(name)?.name == name)
    }

    @Test(
        "nothing else, and no name of PostgreSQL's own",
        arguments: [
            "", "1a", "_a", "A", "a-b", "a.b", "a\"b", "é", "a b", "pg_cases",
            String(repeating: "a", count: 32),
        ])
    func refused(name: String) {
        #expect(Workspace(name) == nil)
    }
}
