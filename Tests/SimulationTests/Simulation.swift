import CaseModel
import RandomSupport

/// Writers, a network, a log, a replica and a projector, whose every step follows from a seed.
///
/// The network loses requests and answers and delivers requests twice, writers give up waiting, the
/// projector crashes, the replica lags. Then all of that ends, and everything must be finished.
struct Simulation {
    private var random: SplitMix
    private var log: SimulatedLog
    private var writers: [SimulatedWriter]
    private var projector: SimulatedProjector
    private var replicated = 0
    private var messages: [Message] = []
    private var areFaultsOver = false
    private let intentions: Int

    /// A request under way.
    private struct Message {
        let writer: Int
        let attempt: Int
        let request: Request
    }

    /// A promise that does not hold.
    struct Broken: Error, Equatable {
        let promise: String
    }

    /// The simulation of a seed, with a bug planted or none.
    init(seed: UInt64, bug: Bug? = nil) throws {
        random = SplitMix(seed: seed)
        log = SimulatedLog(bug: bug)
        projector = SimulatedProjector(bug: bug)
        let each = Int.random(in: 1...4, using: &random)
        let count = Int.random(in: 1...4, using: &random)
        intentions = each * count
        let streams = ["a", "b"].compactMap { StreamName("case/\($0)") }
        guard streams.count == 2 else { throw SimulatedLog.Missing() }
        writers = []
        for writer in 0..<count {
            writers.append(
                SimulatedWriter(
                    Array(writer * each..<(writer + 1) * each),
                    to: streams[Int.random(in: 0..<2, using: &random)],
                    isCareful: Bool.random(using: &random), bug: bug))
        }
    }

    /// Runs to the end; throws the first promise that does not hold.
    mutating func run() throws {
        for _ in 0..<Int.random(in: 20...120, using: &random) { try step() }
        areFaultsOver = true
        var patience = 200 * intentions
        while !writers.allSatisfy(\.isDone) {
            try step()
            patience -= 1
            try require(patience > 0, "writers finish once the faults are over")
        }
        try projector.advance(log.events, through: log.events.count, crashBefore: nil)
        try checkEnd()
    }

    private mutating func happens(_ chance: Int) -> Bool {
        !areFaultsOver && Int.random(in: 0..<100, using: &random) < chance
    }

    private mutating func step() throws {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: send(Int.random(in: writers.indices, using: &random))
        case 1, 2: try deliver()
        case 3: try project()
        default: replicated = Int.random(in: replicated...log.events.count, using: &random)
        }
    }

    private mutating func send(_ index: Int) {
        if writers[index].state != .ready {
            // Nothing of it is under way any more, or it loses patience.
            let isUnderWay = messages.contains { $0.writer == index }
            guard !isUnderWay || happens(30) else { return }
            writers[index].timeOut()
        }
        guard let (attempt, request) = writers[index].send(), !happens(10) else { return }
        messages.append(Message(writer: index, attempt: attempt, request: request))
    }

    private mutating func deliver() throws {
        guard let place = messages.indices.randomElement(using: &random) else { return }
        let message = messages[place]
        if !happens(15) { messages.remove(at: place) }
        let before = log.events.count
        let answer = try log.append(message.request)
        try checkAppend(message.request, answer, before: before)
        guard !happens(20) else { return }
        let seen = log.version(of: message.request.stream, through: replicated)
        writers[message.writer].take(answer, to: message.attempt, reading: seen)
    }

    private mutating func project() throws {
        let end = Int.random(in: projector.position...log.events.count, using: &random)
        let crash = happens(40) ? Int.random(in: 0..<2, using: &random) : nil
        try projector.advance(log.events, through: end, crashBefore: crash)
    }
}

extension Simulation {
    private func require(_ holds: Bool, _ promise: String) throws {
        if !holds { throw Broken(promise: promise) }
    }

    /// What holds after each append.
    private func checkAppend(_ request: Request, _ answer: Answer, before: Int) throws {
        guard log.events.count > before, let event = log.events.last else { return }
        try require(answer == .recorded(position: event.position), "positions have no gaps")
        if let expected = request.expected {
            try require(
                event.version == expected + 1, "an event is recorded at the expected version only")
        }
    }

    /// What holds when all is done.
    private func checkEnd() throws {
        let stored = log.intentions.sorted()
        try require(stored == Array(0..<intentions), "each event is recorded once")
        for writer in writers {
            for (intention, position) in writer.acknowledged {
                try require(
                    log.intentions[Int(position) - 1] == intention,
                    "an answer names the position of its event")
            }
        }
        try require(
            projector.rows == SimulatedProjector.fold(log.events),
            "rows made step by step are those made at once")
    }
}
