/// A row of the read model `search`: what one event says in words.
package struct SearchRow: Hashable, Sendable {
    /// The stream of the event.
    package private(set) var stream = ""
    /// Its place in the log.
    package private(set) var position: Int64 = 0
    /// Its name.
    package private(set) var event = ""
    /// What it says, a line each.
    private(set) var text = ""
    /// The slugs of the actors that it names.
    private(set) var actors: [Substring] = []
    /// What an actor is called, a line each; nil in events that register none.
    private(set) var names: String?
    /// The actor that this one was merged into.
    private(set) var mergedInto: String?

    /// Reads a row.
    package init(_ row: ProjectedRow) {
        for (column, cell) in zip(Projection.search.columns, row.cells) {
            switch (column.name, cell) {
            case ("stream", .text(let value?)): stream = value
            case ("position", .integer(let value)): position = value
            case ("event", .text(let value?)): event = value
            case ("text", .text(let value?)): text = value
            case ("actors", .text(let value?)): actors = value.split(separator: " ")
            case ("names", .text(let value)): names = value
            case ("merged_into", .text(let value)): mergedInto = value
            default: break
            }
        }
    }

    /// The slug of the actor whose stream it stands in; nil elsewhere.
    var actor: Substring? {
        stream.hasPrefix("actor/") ? stream.dropFirst("actor/".count) : nil
    }
}
