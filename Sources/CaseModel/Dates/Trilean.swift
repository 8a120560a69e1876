/// An answer that admits not knowing.
public enum Trilean: String, Hashable, Sendable {
    /// Certainly so, whatever the dates turn out to be.
    case yes
    /// Certainly not so, whatever the dates turn out to be.
    case no
    /// What is known allows both.
    case unknown
}

extension Trilean {
    /// Whether both hold: no where one does not, unknown where one is.
    package func and(_ other: Trilean) -> Trilean {
        switch (self, other) {
        case (.no, _), (_, .no): .no
        case (.yes, .yes): .yes
        default: .unknown
        }
    }

    /// Whether one of several holds: yes where one does, no where none does.
    static func any(_ values: some Sequence<Trilean>) -> Trilean {
        values.reduce(.no) { found, next in
            switch (found, next) {
            case (.yes, _), (_, .yes): .yes
            case (.no, .no): .no
            default: .unknown
            }
        }
    }
}
