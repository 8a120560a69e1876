import TestSupport

extension Desk {
    /// Lends `body` a desk with two states, a company, two sources and a case file.
    static func with(_ caseFile: String, _ body: @Sendable (Desk) async throws -> Void) async throws
    {
        try await use { desk in
            try await desk.done("import", desk.write(base, to: "base.yaml"))
            try await desk.done("import", desk.write(caseFile, to: "case.yaml"))
            try await body(desk)
        }
    }

    private static let base = """
        sources:
          post: {title: Post, publisher: Post, published: 2041-01-05}
        actors:
          north: {name: North, type: state, country: "NO"}
          south: {name: South, type: state, country: ZA}
          mill: {name: Mill, type: company, country: "NO"}
        """
}

/// An event of a case file, by one source.
func event(
    _ key: String, _ type: String, _ occurred: String, by actor: String, _ data: String,
    links: String = ""
) -> String {
    let links = links.isEmpty ? "" : ", links: [\(links)]"
    return """
          - {key: \(key), type: \(type), occurred: \(occurred), summary: It happens., \
        actors: [{role: actor, actor: \(actor)}], claims: [{source: post}], \
        data: {\(data)}\(links)}

        """
}
