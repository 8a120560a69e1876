import Foundation
import HTTPTypes

/// The parameters of a query, in the form that browsers send (application/x-www-form-urlencoded).
struct QueryItems {
    private var values: [String: String] = [:]

    /// Parses a query.
    ///
    /// - Throws: A refusal for a parameter that is not known or is given twice, and for text that is
    ///   not UTF-8.
    init(_ query: String?, known: Set<String>) throws(Refusal) {
        for item in (query ?? "").split(separator: "&") {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = QueryItems.decoded(parts[0]), known.contains(name) else {
                throw Refusal(
                    .badRequest, "a parameter of the query is not known here",
                    hint: "known are \(known.sorted().joined(separator: ", "))")
            }
            guard let value = QueryItems.decoded(parts.count > 1 ? parts[1] : "") else {
                throw Refusal(
                    .badRequest, "the value of \(name) is not UTF-8 text",
                    hint: "encode it as UTF-8")
            }
            guard values.updateValue(value, forKey: name) == nil else {
                throw Refusal(.badRequest, "\(name) is given twice", hint: "give it once")
            }
        }
    }

    /// The value of a parameter; nil if it is not given.
    subscript(name: String) -> String? { values[name] }

    private static func decoded(_ text: Substring) -> String? {
        String(text).replacing("+", with: " ").removingPercentEncoding
    }
}
