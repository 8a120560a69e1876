import CaseModel
import Projections

/// The part of a chain that one drawing can hold.
///
/// A drawing with too many rows cannot be followed: a long chain is drawn as the events of one case
/// and those at most two links away from them.
struct ChainWindow {
    /// The events to draw, in the order of the chain.
    let events: [Event]
    /// The links between them.
    let arrows: [Chain.Arrow]
    /// How many events of the chain are not drawn.
    let omitted: Int

    /// The number of events that one drawing holds.
    static let limit = 60
    /// How far from the case an event may be, in links.
    private static let steps = 2

    /// The part of a chain around the events of a case.
    init(_ chain: Chain, around slug: Slug) {
        let shown = ChainWindow.shown(of: chain, around: StreamName(.case, slug))
        events = chain.drawn.filter { shown.contains($0.reference) }
        arrows = chain.arrows.filter {
            shown.isSuperset(of: [$0.link.identity.event, $0.link.identity.to])
        }
        omitted = chain.drawn.count - events.count
    }

    private static func shown(of chain: Chain, around stream: StreamName) -> Set<EventReference> {
        let all = chain.drawn.map(\.reference)
        guard all.count > limit else { return Set(all) }
        var shown = Set(chain.drawn.filter { $0.stream == stream }.map(\.reference))
        for _ in 0..<steps {
            let ends = chain.arrows.map { [$0.link.identity.event, $0.link.identity.to] }
            shown.formUnion(ends.filter { !shown.isDisjoint(with: $0) }.joined())
        }
        // In the order of the chain, so that the same events are left out each time.
        return Set(all.filter { shown.contains($0) }.prefix(limit))
    }
}
