import TestSupport

/// An invented case whose claims quote three documents, and those documents.
enum QuotedCase {
    static let file = """
        sources:
          order: {title: Order 31/14, publisher: State Gazette, published: 2031-04-02}
          post: {title: Acme seized, publisher: Post, published: 2031-04-03}
          letter: {title: null, publisher: null, published: null}
        actors:
          acme: {name: Acme, type: company}
        case: acme
        title: Acme
        events:
          - key: seizure
            type: control.taken
            occurred: 2031-04-02
            summary: The ministry takes control of Acme.
            actors: [{role: target, actor: acme}]
            claims:
              - source: order
                at: article 1
                quote: The Minister orders the seizure of Acme
                span: {page: 1, suffix: "."}
              - {source: order, quote: A director is appointed, span: {page: 1}}
              - {source: order, quote: The Minister ordered the seizure of Acme}
              - {source: post, quote: lamps and chips}
              - {source: post, quote: The ministry denied nothing at all}
              - {source: letter, quote: I was never asked}
            data: {asset: acme}

        """

    static let order = MadePDF(pages: [
        ["Order 31/14 of 2 April 2031", "The Minister orders the sei-", "zure of Acme."],
        ["A director is appointed."],
    ]).text

    static let post = """
        <!doctype html><html><head><title>Post</title><style>p { color: red }</style></head><body>
        <script>document.write("The ministry denied nothing at all")</script>
        <p>Acme makes <b>lamps</b> and
        chi&shy;ps.</p></body></html>
        """
}

extension Desk {
    /// Lends `body` a desk at which the case was recorded and the documents lie.
    static func withQuotes<Result: Sendable>(
        _ body: (Desk) async throws -> Result
    ) async throws -> Result {
        try await use { desk in
            try desk.write(QuotedCase.file, to: "quoted.yaml")
            try desk.write(QuotedCase.order, to: "order.pdf")
            try desk.write(QuotedCase.post, to: "post.html")
            try await desk.done("import", "quoted.yaml")
            return try await body(desk)
        }
    }

    /// The path of the copy of a file in the folder that is used if none is named.
    func copy(of file: String) async throws -> String {
        let sum = try await program.run(shell: "sha256sum \(file)").output.prefix(64)
        return path(of: "cases/copies/\(sum)")
    }
}
