import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import Wording

extension CopiesAnswer: Presentation {
    var pieces: [JSONValue] { sources.map(\.json) }

    var lines: [String] {
        guard !sources.isEmpty else {
            return ["No source has a stored copy, and no claim quotes one: cases source add."]
        }
        return sources.flatMap(\.lines) + ["", summary]
    }

    private var summary: String {
        let quotes = sources.flatMap(\.quotes)
        let states = QuoteState.allCases.compactMap { state in
            let count = quotes.count { $0.state == state }
            return count == 0 ? nil : "\(count) \(state.words)"
        }
        let copies = sources.count { $0.state == .whole || $0.state == .unreadable }
        let whole = "\(copies) \(copies == 1 ? "copy" : "copies") whole"
        let faulty = sources.filter(\.state.isFault).count
        return
            ([whole] + (faulty == 0 ? [] : ["\(faulty) missing or damaged"])
            + (quotes.isEmpty ? [] : ["quotes: " + states.joined(separator: ", ")]))
            .joined(separator: "; ")
    }

    var sheet: Sheet {
        Sheet(
            columns: [
                "source", "copy", "sha256", "event", "quote", "state", "page", "words",
            ],
            rows: sources.flatMap { copy in
                let head = [copy.source.slug.text, copy.state.rawValue, copy.sha256?.text ?? ""]
                guard !copy.quotes.isEmpty else { return [head + Array(repeating: "", count: 5)] }
                return copy.quotes.map { quote in
                    head + [
                        "\(quote.event)", quote.claim.quote ?? "", quote.state.rawValue,
                        quote.page.map(String.init) ?? "", quote.words ?? "",
                    ]
                }
            })
    }
}

extension CopiesAnswer.Copy {
    fileprivate var lines: [String] {
        var block = Block()
        block.add("\(source.slug)  \(stateWords)")
        for quote in quotes {
            block.add("\(quote.event): \(quote.place)", margin: 2)
            block.add("“\(quote.claim.quote ?? "")”", margin: 4)
            if let words = quote.words { block.add("the copy has: “\(words)”", margin: 4) }
            if let around = quote.around {
                block.add("between “…\(around.before)” and “\(around.after)…”", margin: 4)
            }
        }
        return block.lines
    }

    private var stateWords: String {
        let pages = pages.map { ", \($0) \($0 == 1 ? "page" : "pages")" } ?? ""
        return switch state {
        case .whole: "\(format?.words ?? "")\(pages), whole"
        case .unreadable: "\(format?.words ?? "copy"), whole, but its text cannot be read"
        case .none: "no copy is stored"
        case .missing: "the copy is missing: \(sha256?.text ?? "")"
        case .damaged: "the copy is damaged: \(sha256?.text ?? "")"
        }
    }
}

extension CopiesAnswer.Quote {
    /// What was found, and on which page.
    fileprivate var place: String {
        guard state == .elsewhere else {
            return state.words + (page.map { " on page \($0)" } ?? "")
        }
        return (page.map { "on page \($0)" } ?? "in the copy") + ", but not where its span says"
    }
}

extension CopiesAnswer.QuoteState {
    fileprivate var words: String {
        switch self {
        case .found: "found"
        case .elsewhere: "elsewhere"
        case .nearly: "only nearly there"
        case .absent: "absent"
        case .unchecked: "not checked"
        }
    }
}
