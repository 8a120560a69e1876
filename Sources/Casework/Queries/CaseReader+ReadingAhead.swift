import CaseModel
import EventLog
import ReadModels

extension CaseReader {
    /// After so many steps from stream to stream the rest of the way is asked for at once.
    ///
    /// Nearly all ways are shorter, and cost no further question.
    static let stepsAlone = 3

    /// What `read` reads of some streams and of those that they lead to, directly or through others.
    ///
    /// `next` says where what was read leads, and `names` which names that goes by: so what lies ahead can
    /// be asked for at once. What `read` reads of one stream must not depend on the others.
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

    /// The streams that names probably lead to, those among them.
    func connected(
        to streams: Set<StreamName>, by names: Names
    ) async throws -> [StreamName] {
        try await readModels.connected(to: streams.map(\.text).sorted(), by: names).compactMap {
            StreamName($0)
        }
    }
}

extension Names {
    /// From an event to the actors and sources that it names, and on to those that these name.
    static let ofRegisters = Names(through: ["actor", "source"], isBothWays: false)
    /// From case to case, both ways.
    static let ofCases = Names(through: ["case"], isBothWays: true)
    /// From any stream to all that it names.
    static let ofAll = Names(through: ["case", "actor", "source"], isBothWays: false)
}
