import CanonicalJSON
import Casework

/// Something that can be asked of the API: its address, what it takes, and how it is answered.
///
/// The operations are the commands; one list says how they are answered and what OpenAPI says of
/// them.
struct Operation: Sendable {
    /// The address below the API's own, with the names of its parts: `/cases/{case}/timeline`.
    let template: String
    /// What it answers, in one line.
    let summary: String
    /// What its query may have, beside the clocks.
    let parameters: [Parameter]
    /// The schema that the answer names.
    let schema: String
    /// Whether the three clocks can be asked for.
    let takesClocks: Bool
    /// Makes the answer from the record under the clocks that were asked for.
    let answer: @Sendable (CaseReader, Arguments) async throws -> JSONValue

    init(
        _ template: String, _ summary: String, _ parameters: [Parameter] = [], schema: String,
        takesClocks: Bool = true,
        answer: @escaping @Sendable (CaseReader, Arguments) async throws -> JSONValue
    ) {
        (self.template, self.summary, self.parameters) = (template, summary, parameters)
        (self.schema, self.takesClocks, self.answer) = (schema, takesClocks, answer)
    }

    /// The names of the parts in the address.
    var parts: [String] {
        template.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            String($0.dropFirst().dropLast())
        }
    }

    /// The values of those parts in an address; nil if it is another address.
    func values(in path: String) -> [String: String]? {
        let (names, words) = (template.split(separator: "/"), path.split(separator: "/"))
        guard names.count == words.count, !path.hasSuffix("/") else { return nil }
        var values: [String: String] = [:]
        for (name, word) in zip(names, words) {
            if name.hasPrefix("{") {
                values[String(name.dropFirst().dropLast())] = String(word)
            } else if name != word {
                return nil
            }
        }
        return values
    }
}

/// A parameter of a query.
struct Parameter: Sendable {
    let name: String
    let summary: String
    let isRequired: Bool
    /// A value that can be given, for OpenAPI.
    let example: String

    init(_ name: String, _ summary: String, isRequired: Bool = false, example: String) {
        (self.name, self.summary, self.isRequired, self.example) = (
            name, summary, isRequired, example
        )
    }

    /// The three clocks, which nearly every operation takes.
    static let clocks = [
        Parameter("as-of", "What was true then: a date (EDTF), or today.", example: "2025-10-01"),
        Parameter(
            "published-by", "What the sources published by then say: a date (EDTF), or today.",
            example: "2025-10-14"),
        Parameter(
            "known-at", "What this record said then: a position, a day or a time in UTC.",
            example: "today"),
    ]
}

/// The values that an operation is asked with.
struct Arguments: Sendable {
    private let values: [String: String]

    init(_ values: [String: String]) { self.values = values }

    /// A text; nil if it is not given.
    subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// A text that must be given.
    func text(_ name: String) throws(CaseworkError) -> String {
        guard let text = self[name] else {
            throw CaseworkError(.usage, "\(name) is missing", hint: "add \(name)=… to the query")
        }
        return text
    }

    /// A list, given as one text with commas.
    func list(_ name: String) -> [String] {
        (self[name] ?? "").split(separator: ",").map(String.init)
    }

    /// A number from 1 to `most`.
    func count(_ name: String, most: Int64, usual: Int64) throws(CaseworkError) -> Int64 {
        guard let text = self[name] else { return usual }
        guard let count = Int64(text), (1...most).contains(count) else {
            throw CaseworkError(
                .usage, "\(name) is not a number from 1 to \(most)", hint: "write \(name)=\(usual)")
        }
        return count
    }
}
