import TestSupport

extension Desk {
    /// Records a threat in the small case by plain SQL: nobody is told, nothing is kept.
    func appendBySQL() async throws {
        try await sql(
            """
            SELECT WS.append(gen_random_uuid(), 'case/acme-seizure', 'threat.made', $$\
            {"actors":[{"actor":"nl-economy-ministry","role":"actor"}],\
            "data":{"threatened":"more"},"no_source":"analyst","occurred":"2031-05-01",\
            "summary":"The ministry threatens more."}$$::json, 'somebody')
            """)
    }

    /// What `list` tells of the small case.
    func listed() async throws -> JSON { try await json("list")["cases"].elements[0] }
}
