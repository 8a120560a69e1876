import CaseModel

/// Group commit: appends that arrive while another is in progress are sent together, in one
/// statement with one flush.
///
/// A lone append is sent at once. Those that arrive meanwhile wait for it, and are then sent as one
/// batch: the more tasks append, the larger the batches. Each caller gets the result that it would
/// have got alone.
actor AppendQueue {
    /// The events of one caller, appended all or nothing.
    struct Request: Sendable {
        let events: [NewEvent]
        let name: String
        let expecting: [StreamName: Int64]
    }

    /// The result of an append.
    typealias Outcome = Result<[Recorded], EventLogError>

    private struct Waiting {
        let request: Request
        let answer: CheckedContinuation<Outcome, Never>
    }

    private var waiting: [Waiting] = []
    private var isSending = false

    /// How many requests wait for the one that is being sent.
    var waitingCount: Int { waiting.count }

    /// The largest number of events in a batch that is gathered here.
    private static let largestBatch = 1_000

    /// Appends by `send`, alone or together with other waiting requests.
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

    /// Sends the next batches in a task of its own: cancelling one caller does not affect the rest
    /// of the batch.
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

    /// Lets the callers that were just answered join the batch if they append again at once, for as
    /// long as new requests arrive and there is room.
    ///
    /// Otherwise they and the callers that waited for them would take turns, each with half a
    /// batch.
    private func gather() async {
        var known: Int
        repeat {
            known = waiting.count
            await Task.yield()
        } while waiting.count > known && waiting.count < AppendQueue.largestBatch
    }

    /// The longest prefix of the waiting requests that can be sent together.
    private func nextBatch() -> [Waiting] {
        var written: Set<StreamName> = []
        var expected: [StreamName: Int64] = [:]
        var size = 0
        let fitting = waiting.prefix { next in
            let request = next.request
            size += request.events.count
            // An expected version refers to the log when the caller's turn comes, and a batch can
            // expect only one version of a stream.
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

    /// The results of some requests, which are sent as one append.
    ///
    /// If that fails because of one event, they are sent one by one; any other failure is the result
    /// of all.
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
    /// Joins several requests with the same name into one.
    fileprivate init(joining requests: [AppendQueue.Request]) {
        events = requests.flatMap(\.events)
        name = requests.first?.name ?? ""
        expecting = requests.reduce(into: [:]) { $0.merge($1.expecting) { first, _ in first } }
    }
}

extension EventLogError {
    /// Whether the error concerns one of several events, so that the other requests may succeed
    /// without it.
    fileprivate var isOfOneEvent: Bool {
        switch self {
        case .versionConflict, .idConflict, .malformed, .other: true
        default: false
        }
    }
}
