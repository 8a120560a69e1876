import ArgumentParser
import CaseModel
import Casework

extension CompletionKind {
    /// The cases of the record.
    static let cases = names { record, prefix in
        try await record.slugs(of: .case, beginning: prefix).map(\.text)
    }

    /// The actors of the record.
    static let actors = names { record, prefix in
        try await record.slugs(of: .actor, beginning: prefix).map(\.text)
    }

    /// The sources of the record.
    static let sources = names { record, prefix in
        try await record.slugs(of: .source, beginning: prefix).map(\.text)
    }

    /// The measures that are registered.
    static let measures = names { record, prefix in
        try await record.slugs(of: .measure, beginning: prefix).map(\.text)
    }

    /// The cases of the record and, after `CASE/`, the keys of the case's events.
    ///
    /// If only one case matches, its events are offered as well.
    static let events = names { record, prefix in
        let parts = prefix.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            let cases = try await record.slugs(of: .case, beginning: prefix)
            guard cases.count == 1 else { return cases.map(\.text) }
            return try await cases.map(\.text) + record.names(in: cases[0], beginning: "")
        }
        guard let slug = Slug(String(parts[0])) else { return [] }
        return try await record.names(in: slug, beginning: String(parts[1]))
    }

    /// The types of events.
    static let types = CompletionKind.list(EventType.all.map(\.name))

    /// The words of a closed list.
    static func words<W: Word>(_: W.Type) -> CompletionKind { .list(W.spellings) }

    private static func names(_ read: @escaping RecordNames.Read) -> CompletionKind {
        .custom { words, _, prefix in
            RecordNames(words: words).beginning(unquoted(prefix), read)
        }
    }
}

extension CaseReader {
    /// The names of the events of a case whose keys begin with a prefix.
    fileprivate func names(
        in slug: Slug, beginning prefix: String
    ) async throws -> [String] {
        try await keys(of: slug, beginning: prefix).map { "\(slug)/\($0)" }
    }
}
