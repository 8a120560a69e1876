/// An answer that admits not knowing.
public enum Trilean: String, Hashable, Sendable {
    /// Certainly so, whatever the dates turn out to be.
    case yes
    /// Certainly not so, whatever the dates turn out to be.
    case no
    /// What is known allows both.
    case unknown
}
