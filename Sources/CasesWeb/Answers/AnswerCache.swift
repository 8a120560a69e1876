import Synchronization

/// Answers that were made, for as long as nothing is recorded.
final class AnswerCache: Sendable {
    /// When an answer was made: the position of the last event, and the day.
    struct Moment: Hashable, Sendable {
        let head: Int64
        let day: String
    }

    private struct Kept {
        let answer: Answer
        let moment: Moment
        var lastUse: Int
    }

    private struct Contents {
        var kept: [String: Kept] = [:]
        var size = 0
        var uses = 0

        mutating func dropOldest() {
            guard let oldest = kept.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
            size -= oldest.value.answer.size
            kept[oldest.key] = nil
        }
    }

    private let contents = Mutex(Contents())
    /// How many bytes are kept at most.
    private static let limit = 64 * 1024 * 1024

    /// The answer to a request; nil if there is none, or something may have changed since.
    func answer(to target: String, at moment: Moment) -> Answer? {
        contents.withLock { contents in
            guard let kept = contents.kept[target], kept.moment == moment else { return nil }
            contents.uses += 1
            contents.kept[target]?.lastUse = contents.uses
            return kept.answer
        }
    }

    /// Keeps an answer, and drops what was not used for the longest time if there is no room.
    func keep(_ answer: Answer, to target: String, at moment: Moment) {
        guard answer.size <= AnswerCache.limit / 8 else { return }
        contents.withLock { contents in
            contents.uses += 1
            let old = contents.kept.updateValue(
                Kept(answer: answer, moment: moment, lastUse: contents.uses), forKey: target)
            contents.size += answer.size - (old?.answer.size ?? 0)
            while contents.size > AnswerCache.limit { contents.dropOldest() }
        }
    }
}
