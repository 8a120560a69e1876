import CaseModel
import EventLog
import ReadModels

extension CaseReader {
    /// After this many steps from stream to stream, the remaining streams are requested at once.
    ///
    /// Nearly all searches take fewer steps, and need no further query.
    static let stepsAlone = 3

    /// Reads some streams and those that they lead to, directly or through others.
    ///
    /// `next` returns the streams that items lead to, and `names` says which references it follows,
    /// so that the streams ahead can be requested at once. What `read` returns for one stream must
    /// not depend on the others.
    func readingAhead<Item: Sendable>(
        from first: Set<StreamName>, by names: Names, stream: (Item) -> StreamName,
        read: ([StreamName]) async throws -> [Item],
        next: ([Item]) async throws -> Set<StreamName>
    ) async throws -> [Item] {
        var (seen, frontier, found) = (first, first, [Item]())
        var ahead: [StreamName: [Item]] = [:]
        var steps = 0
        while !frontier.isEmpty {
            if steps == CaseReader.stepsAlone {
                let streams = try await connected(to: frontier, by: names)
                ahead = Dictionary(grouping: try await read(streams), by: stream)
            }
            let unread = frontier.filter { ahead[$0] == nil }.sorted()
            let items =
                frontier.subtracting(unread).sorted().flatMap { ahead[$0] ?? [] }
                + (unread.isEmpty ? [] : try await read(unread))
            found += items
            frontier = try await next(items).subtracting(seen)
            seen.formUnion(frontier)
            steps += 1
        }
        return found
    }

    /// The streams that references probably lead to, including the given ones.
    func connected(
        to streams: Set<StreamName>, by names: Names
    ) async throws -> [StreamName] {
        try await readModels.connected(to: streams.map(\.text).sorted(), by: names).compactMap {
            StreamName($0)
        }
    }
}

extension Names {
    /// From an event to the actors and sources that it refers to, and on to those that they refer
    /// to.
    static let ofRegisters = Names(through: ["actor", "source"], isBothWays: false)
    /// From case to case, in both directions.
    static let ofCases = Names(through: ["case"], isBothWays: true)
    /// From any stream to all that it refers to.
    static let ofAll = Names(through: ["case", "actor", "source"], isBothWays: false)
}
