import CaseModel
import Casework
import Projections
import Wording

/// Where a page is read.
enum Setting: Sendable {
    /// A file of a site.
    case files
    /// The answer of a program, so that a page can ask for something.
    case served
    /// One file with everything, whose links lead to places in it.
    case report
}

/// Where a page is: its address, and the clocks that its links to other pages keep.
struct Place {
    /// What the page shows.
    let path: SitePath
    /// The clocks that are asked for.
    let question: ClockQuestion
    /// Where the page is read.
    let setting: Setting
    /// The query of a link to a page that takes nothing but the clocks.
    private let clocks: String
    /// What leads from the page to the root of the site.
    private let up: String

    init(path: SitePath, question: ClockQuestion, in setting: Setting) {
        (self.path, self.question, self.setting) = (path, question, setting)
        clocks = Query.text(question.items)
        up = path.up
    }

    /// The address of another page as seen from this one.
    func link(to other: SitePath) -> String {
        switch (setting, other) {
        case (.report, .event(let event)): "#" + event.description
        case (.report, .stream(let stream)): "#" + stream.text
        case (_, .style): path.link(to: other)
        // A folder leads to its page on a web host only, and not in a copy on a disk.
        case (.files, _): link(to: other.formats.first.map { other.file(in: $0) } ?? "")
        default: link(to: other.text) + (other.isAsked ? query(of: other, question) : clocks)
        }
    }

    /// Whether a program answers.
    var isServed: Bool { setting == .served }

    /// The address of the page itself under other clocks.
    func here(_ question: ClockQuestion) -> String { path.here + query(of: path, question) }

    /// The address of a form of the page.
    func link(to format: PageFormat) -> String {
        path.link(to: path.file(in: format)) + query(of: path, question)
    }

    private func query(of path: SitePath, _ question: ClockQuestion) -> String {
        guard path != .style else { return "" }
        return Query.text(path.parameters.map { ($0.key, $0.value) } + question.items)
    }

    /// The address of a file of the site as seen from this page.
    func link(to file: String) -> String { up.isEmpty && file.isEmpty ? "./" : up + file }

    /// The feed of the case that the page belongs to, or else of all cases.
    var feed: SitePath {
        switch path {
        case .stream(let stream) where stream.kind == .case: .feed(stream)
        case .chain(let slug), .part(let slug, _), .conflicts(let slug?):
            .feed(StreamName(.case, slug))
        case .flow(let stream) where stream.kind == .case: .feed(stream)
        default: .feed(nil)
        }
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
