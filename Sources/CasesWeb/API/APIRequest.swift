import Casework
import HTTPTypes
import HummingbirdCore

/// What is asked of the API.
struct APIRequest: Sendable {
    let operation: Operation
    let arguments: Arguments
    let clocks: ClockQuestion

    /// Reads an address below that of the API.
    ///
    /// - Throws: A refusal if there is no such operation, or a parameter is not known.
    init(_ path: String, _ query: String?) throws(Refusal) {
        for operation in Operation.all {
            guard let parts = operation.values(in: path) else { continue }
            let asked = operation.parameters + (operation.takesClocks ? Parameter.clocks : [])
            let items = try QueryItems(query, known: Set(asked.map(\.name)))
            var values = parts
            for parameter in operation.parameters { values[parameter.name] = items[parameter.name] }
            self.operation = operation
            arguments = Arguments(values)
            clocks = ClockQuestion(
                // A measure is in force on a day: that of the clock.
                asOf: items["as-of"] ?? values["in-force"], publishedBy: items["published-by"],
                knownAt: items["known-at"])
            return
        }
        throw Refusal(
            .notFound, "the API has no such address", hint: "\(OpenAPI.root)/openapi.json lists all"
        )
    }
}
