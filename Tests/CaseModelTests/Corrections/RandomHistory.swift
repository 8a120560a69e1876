import CanonicalJSON
import CaseModel
import RandomSupport

/// One line of a made-up history: notes, and what later lines say about earlier ones.
enum Deed {
    case note(String)
    /// A note gets another text.
    case correct(note: Int, text: String)
    /// A correction of a note speaks of another note.
    case redirect(correction: Int, to: Int)
    /// A correction of a note gives another text.
    case reword(correction: Int, text: String)
    case retract(Int)
}

/// A history of deeds, each of which speaks of earlier ones only.
struct RandomHistory {
    private(set) var deeds: [Deed] = [.note("0")]

    init(using generator: inout SplitMix) {
        for number in 1...Int.random(in: 1...11, using: &generator) {
            deeds.append(deed(text: String(number), using: &generator))
        }
    }

    private func deed(text: String, using generator: inout SplitMix) -> Deed {
        let notes = deeds.indices.filter { if case .note = deeds[$0] { true } else { false } }
        let corrections = deeds.indices.filter {
            if case .correct = deeds[$0] { true } else { false }
        }
        let note = notes.randomElement(using: &generator) ?? 0
        guard let correction = corrections.randomElement(using: &generator) else {
            return .correct(note: note, text: text)
        }
        return switch Int.random(in: 0..<7, using: &generator) {
        case 0: .note(text)
        case 1, 2: .correct(note: note, text: text)
        case 3: .redirect(correction: correction, to: notes.filter { $0 < correction }[0])
        case 4: .reword(correction: correction, text: text)
        default: .retract(.random(in: deeds.indices, using: &generator))
        }
    }

    /// The history as events of one stream, naming each other by key or by number.
    func log(using generator: inout SplitMix) throws -> Log {
        var log = Log()
        for (number, deed) in deeds.enumerated() {
            func name(_ other: Int) -> String {
                Bool.random(using: &generator) ? "acme/line-\(other)" : "acme#\(other + 1)"
            }
            try log.add(deed, as: "line-\(number)", name: name)
        }
        return log
    }
}

extension Log {
    fileprivate mutating func add(_ deed: Deed, as key: String, name: (Int) -> String) throws {
        switch deed {
        case .note(let text): try note(key, text)
        case .correct(let target, let text):
            try correct(name(target), as: key, ["data.text": .string(text)])
        case .redirect(let correction, let target):
            try correct(name(correction), as: key, ["data.event": .string(name(target))])
        case .reword(let correction, let text):
            let set: JSONValue = ["data.text": .string(text)]
            try correct(name(correction), as: key, ["data.set": set])
        case .retract(let target): try retract(name(target), as: key)
        }
    }
}

/// What a history comes to, by asking each line about all later ones, again and again.
struct Oracle {
    let deeds: [Deed]

    /// Whether no standing line retracts this one.
    func stands(_ line: Int) -> Bool {
        !behind(line).contains { other in
            if case .retract(line) = deeds[other] { stands(other) } else { false }
        }
    }

    private func behind(_ line: Int) -> Range<Int> { (line + 1)..<deeds.count }

    /// The standing lines behind a line.
    private func later(than line: Int) -> [Int] { behind(line).filter(stands) }

    /// The text of a note, as corrected, whether it stands or not.
    func text(_ note: Int) -> String? {
        guard case .note(var text) = deeds[note] else { return nil }
        for line in later(than: note) {
            guard let correction = correction(line), correction.note == note else { continue }
            text = correction.text
        }
        return text
    }

    /// What a line corrects, as corrected itself.
    private func correction(_ line: Int) -> (note: Int, text: String)? {
        guard case .correct(var note, var text) = deeds[line] else { return nil }
        for line2 in later(than: line) {
            switch deeds[line2] {
            case .redirect(line, let other): note = other
            case .reword(line, let other): text = other
            default: break
            }
        }
        return (note, text)
    }
}
