import CaseModel
import Projections
import Wording

/// Where a page is: its address, and the clocks that its links to other pages keep.
struct Place {
    /// What the page shows.
    let path: SitePath
    /// The clocks as a query, with its question mark; empty if none is asked for.
    let query: String

    /// The address of another page as seen from this one.
    func link(to other: SitePath) -> String {
        path.link(to: other) + (other == .style ? "" : query)
    }

    /// A link in a view: its address and its text.
    func view(_ other: SitePath, _ text: String) -> View {
        View(["address": link(to: other), "text": text])
    }

    /// A link to an event.
    func view(_ event: EventReference) -> View { view(.event(event), event.description) }

    /// A link to an actor under its name.
    func view(_ actor: ActorSlug, _ registers: Registers) -> View {
        view(.stream(StreamName(.actor, actor.slug)), registers.name(of: actor))
    }

    /// A link to a source.
    func view(_ source: SourceSlug, _ registers: Registers) -> View {
        view(.stream(StreamName(.source, source.slug)), registers.words(source))
    }
}
