import Mustache
import Synchronization

/// What a template can name: texts, flags, views and lists of views.
///
/// A name that is there without a value leaves its section out. A name that is not there at all is a
/// mistake in the template; `MissingNames` collects such names for the tests.
struct View: MustacheParent {
    private let members: [String: Any?]

    init(_ members: [String: Any?]) { self.members = members }

    /// The value of a name, for the template engine.
    func child(named name: String) -> Any? {
        guard let member = members[name] else {
            MissingNames.current?.note(name)
            return nil
        }
        // A nil would be looked for in the views around this one.
        return switch member {
        case nil: Absent()
        case let text as String where text.isEmpty: Absent()
        default: member
        }
    }

    /// The same view with the names of another one.
    func merging(_ other: View) -> View { adding(other.members) }

    /// The same view with more names.
    func adding(_ more: [String: Any?]) -> View { View(members.merging(more) { _, new in new }) }
}

/// A value that is not there: its section is left out.
private struct Absent: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}

/// The names that templates asked for and no view has.
package final class MissingNames: Sendable {
    /// Where names are collected; nil in use.
    @TaskLocal package static var current: MissingNames?

    private let names = Mutex<Set<String>>([])

    /// Collects nothing yet.
    package init() {}

    func note(_ name: String) { names.withLock { _ = $0.insert(name) } }

    /// All names so far, in order.
    package var all: [String] { names.withLock { $0.sorted() } }
}
