import CaseModel

/// How the line of a link is drawn, so that what is claimed and what only came after look different
/// in every drawing.
package enum LinkStroke: Sendable {
    /// A source says that the one led to the other.
    case solid
    /// The analyst concludes it.
    case dashed
    /// Time alone: the one came after the other.
    case dotted
}

extension ChainLink {
    /// Its line: whatever claims no more than an order in time is dotted, on whatever basis.
    package var stroke: LinkStroke {
        guard identity.relation != .follows else { return .dotted }
        return switch basis {
        case .explicit: .solid
        case .inferred: .dashed
        case .temporal: .dotted
        }
    }
}
