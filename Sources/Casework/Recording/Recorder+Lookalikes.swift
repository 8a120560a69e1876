import CaseModel
import Projections

extension Recorder {
    /// What is to be said about new actors and sources that look like others; nil if there are none.
    ///
    /// They are recorded all the same: two companies may have one name. A failure to look is a
    /// remark too, because the events are recorded already.
    func lookalikeRemark(of fresh: Set<StreamName>) async -> String? {
        do {
            guard !fresh.isEmpty else { return nil }
            var events: [EffectiveEvent] = []
            for kind in Set(fresh.map(\.kind)) { events += try await reader.known(in: kind) }
            let registers = Registers(events.sorted { $0.event.position < $1.event.position })
            let alike = registers.lookalikes.filter { !fresh.isDisjoint(with: $0.streams) }
            return alike.isEmpty ? nil : Recorder.remark(on: alike, new: fresh)
        } catch {
            return "names that look alike were not looked for: \(CaseworkError(error).problem)"
        }
    }

    /// At most this many pairs are named; `cases conflicts` has all of them.
    private static let mostNamed = 5

    private static func remark(on alike: [Lookalike], new: Set<StreamName>) -> String {
        let lines = alike.map { $0.remark(new: new) }.sorted()
        let rest = lines.count - mostNamed
        let more = rest > 0 ? ["and \(rest) more pairs: cases conflicts shows them"] : []
        return (lines.prefix(mostNamed) + more).joined(separator: "\n")
    }
}

extension Lookalike {
    /// Both by their slugs, without anything that is recorded about them.
    fileprivate func remark(new: Set<StreamName>) -> String {
        let isLastNew = streams.last.map(new.contains) ?? false
        let names = (isLastNew ? streams.reversed() : streams).map(\.slug.text)
        return names.joined(separator: " may be the same as ")
            + ": \(reason.words); see cases conflicts"
    }
}

extension Lookalike.Reason {
    fileprivate var words: String {
        switch self {
        case .identifier: "they have the same identifier"
        case .name: "their names look alike"
        case .address: "they have the same URL"
        }
    }
}

extension Recording {
    /// The actors and sources that it registers for the first time.
    var registered: Set<StreamName> {
        Set(
            lines.compactMap { line in
                guard !line.replayed, case .keyed(let stream, let key) = line.event,
                    stream.kind == .actor || stream.kind == .source,
                    key.text == stream.kind.firstKey
                else { return nil }
                return stream
            })
    }
}
