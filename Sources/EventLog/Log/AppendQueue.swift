import CaseModel

/// Lets appends that come while another is on its way go together, in one statement and one flush.
///
/// A lone append goes at once. Those that come meanwhile wait for it, and then go as one batch: the
/// more tasks append, the larger the batches. Each is answered as if it had gone by itself.
actor AppendQueue {
    /// What one caller wants to append, all or none.
    struct Request: Sendable {
        let events: [NewEvent]
        let name: String
        let expecting: [StreamName: Int64]
    }

    /// What becomes of an append.
    typealias Outcome = Result<[Recorded], EventLogError>

    private struct Waiting {
        let request: Request
        let answer: CheckedContinuation<Outcome, Never>
    }

    private var waiting: [Waiting] = []
    private var isSending = false

    /// Most events of a batch that is gathered here.
    private static let largestBatch = 1_000

    /// Appends by `send`, alone or together with others that wait.
    func append(
        _ request: Request, by send: @escaping @Sendable (Request) async -> Outcome
    ) async -> Outcome {
        guard isSending else {
            isSending = true
            let outcome = await send(request)
            goOn(by: send)
            return outcome
        }
        return await withCheckedContinuation { answer in
            waiting.append(Waiting(request: request, answer: answer))
        }
    }

    /// Sends what has gathered, in a task of its own: that one caller gives up is nothing to the
    /// others.
    private func goOn(by send: @escaping @Sendable (Request) async -> Outcome) {
        guard !waiting.isEmpty else {
            isSending = false
            return
        }
        let batch = nextBatch()
        Task {
            let outcomes = await AppendQueue.outcomes(of: batch.map(\.request), by: send)
            for (waiting, outcome) in zip(batch, outcomes) {
                waiting.answer.resume(returning: outcome)
            }
            await gather()
            goOn(by: send)
        }
    }

    /// Lets those who were just answered come along where they append again at once, for as long as
    /// any does and there is room; else they and those who waited for them would take turns, each
    /// half a batch.
    private func gather() async {
        var known: Int
        repeat {
            known = waiting.count
            await Task.yield()
        } while waiting.count > known && waiting.count < AppendQueue.largestBatch
    }

    /// As many of those that wait, from the first, as may go together.
    private func nextBatch() -> [Waiting] {
        var written: Set<StreamName> = []
        var expected: [StreamName: Int64] = [:]
        var size = 0
        let fitting = waiting.prefix { next in
            let request = next.request
            size += request.events.count
            // A version is expected of the log as it stands when the caller's turn comes, and a batch
            // can expect one version of a stream.
            let mayJoin =
                request.name == waiting[0].request.name && size <= AppendQueue.largestBatch
                && written.isDisjoint(with: request.expecting.keys)
                && request.expecting.allSatisfy { expected[$0.key, default: $0.value] == $0.value }
            written.formUnion(request.events.map(\.stream))
            expected.merge(request.expecting) { first, _ in first }
            return mayJoin
        }
        let batch = Array(waiting.prefix(max(1, fitting.count)))
        waiting.removeFirst(batch.count)
        return batch
    }

    /// What becomes of each of some requests: together where all can be recorded, else one by one.
    private static func outcomes(
        of requests: [Request], by send: @Sendable (Request) async -> Outcome
    ) async -> [Outcome] {
        guard requests.count > 1 else {
            var outcomes: [Outcome] = []
            for request in requests { outcomes.append(await send(request)) }
            return outcomes
        }
        switch await send(Request(joining: requests)) {
        case .success(let recorded):
            var rest = recorded[...]
            return requests.map { request in
                defer { rest = rest.dropFirst(request.events.count) }
                return .success(Array(rest.prefix(request.events.count)))
            }
        case .failure(let error) where error.isOfOneEvent:
            var outcomes: [Outcome] = []
            for request in requests { outcomes.append(await send(request)) }
            return outcomes
        case .failure(let error):
            return requests.map { _ in .failure(error) }
        }
    }
}

extension AppendQueue.Request {
    /// Several requests by one name as one.
    fileprivate init(joining requests: [AppendQueue.Request]) {
        events = requests.flatMap(\.events)
        name = requests.first?.name ?? ""
        expecting = requests.reduce(into: [:]) { $0.merge($1.expecting) { first, _ in first } }
    }
}

extension EventLogError {
    /// Whether it is about what one of several events says or expects, so that the others may go
    /// without it.
    fileprivate var isOfOneEvent: Bool {
        switch self {
        case .versionConflict, .idConflict, .malformed, .other: true
        default: false
        }
    }
}
