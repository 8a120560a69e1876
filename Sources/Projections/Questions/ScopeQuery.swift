import CaseModel

/// A code that a measure's scope is compared with: `hs:8542`.
///
/// Codes are hierarchical: HS 8542 contains 8542.31, and chapter 85 contains both. Upper and lower
/// case and the dots and spaces between digits do not matter.
public struct ScopeQuery: Hashable, Sendable {
    /// Scheme and code in the form in which they are compared, in one line.
    ///
    /// Of two codes that overlap, one begins with the other, byte by byte.
    public let comparable: String

    /// Parses `SCHEME:CODE`; nil if either is missing.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.init(scheme: parts[0], code: parts[1])
    }

    /// A code of a scope; nil if nothing in it can be compared.
    init?(_ code: ScopeCode) { self.init(scheme: code.scheme[...], code: code.code[...]) }

    private init?(scheme: Substring, code: Substring) {
        let scheme = scheme.lowercased().filter { !$0.isNewline && $0 != ":" }
        let code = code.lowercased().filter { $0.isLetter || $0.isNumber }
        guard !scheme.isEmpty, !code.isEmpty else { return nil }
        comparable = "\(scheme):\(code)"
    }

    /// Whether one of the codes contains this one, or is contained in it.
    func overlaps(_ scope: [ScopeCode]) -> Bool {
        scope.compactMap(ScopeQuery.init).map(\.comparable.utf8).contains {
            $0.starts(with: comparable.utf8) || comparable.utf8.starts(with: $0)
        }
    }
}
