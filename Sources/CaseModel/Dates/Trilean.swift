/// A truth value of three-valued logic.
public enum Trilean: String, Hashable, Sendable {
    /// Certainly true, whatever the dates turn out to be.
    case yes
    /// Certainly false, whatever the dates turn out to be.
    case no
    /// What is known allows either.
    case unknown
}

extension Trilean {
    /// Logical conjunction: no if either is no, otherwise unknown if either is unknown.
    package func and(_ other: Trilean) -> Trilean {
        switch (self, other) {
        case (.no, _), (_, .no): .no
        case (.yes, .yes): .yes
        default: .unknown
        }
    }

    /// Logical disjunction: yes if either is yes, otherwise unknown if either is unknown.
    package func or(_ other: Trilean) -> Trilean {
        switch (self, other) {
        case (.yes, _), (_, .yes): .yes
        case (.no, .no): .no
        default: .unknown
        }
    }

    /// Logical disjunction: yes if any is yes, no if all are no.
    static func any(_ values: some Sequence<Trilean>) -> Trilean {
        values.reduce(.no) { $0.or($1) }
    }
}
