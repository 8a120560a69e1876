import Casework
import Pages

/// The sessions that answers are made with: each answer has one for itself while it is made.
actor SitePool {
    private let open: @Sendable () async throws -> Site
    private var idle: [Site] = []
    private var opened = 0
    private var waiting: [CheckedContinuation<Site?, Never>] = []

    /// How many sessions there are at most.
    private static let size = 4
    /// How many answers may wait for a session; one more is refused.
    private static let queue = 128

    /// A pool that opens its sessions when they are first needed.
    init(_ open: @escaping @Sendable () async throws -> Site) { self.open = open }

    /// Makes an answer with a session.
    ///
    /// - Throws: An error if too many answers wait already, or what `body` throws.
    func use<Answer: Sendable>(
        _ body: @Sendable (Site) async throws -> Answer
    ) async throws -> Answer {
        let site = try await take()
        defer { give(site) }
        return try await body(site)
    }

    private func take() async throws -> Site {
        if let site = idle.popLast() { return site }
        if opened < SitePool.size {
            opened += 1
            do { return try await open() } catch {
                opened -= 1
                waiting.isEmpty ? () : waiting.removeFirst().resume(returning: nil)
                throw error
            }
        }
        guard waiting.count < SitePool.queue else { throw SitePool.isBusy }
        // Without a session it is this one's turn to open one.
        if let site = await withCheckedContinuation({ waiting.append($0) }) { return site }
        return try await take()
    }

    private func give(_ site: Site) {
        if waiting.isEmpty {
            idle.append(site)
        } else {
            waiting.removeFirst().resume(returning: site)
        }
    }

    private static let isBusy = CaseworkError(
        .tryAgain, "too many requests are being answered", hint: "ask again in a few seconds")
}
