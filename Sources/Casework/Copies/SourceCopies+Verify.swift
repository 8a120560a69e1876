package import CaseModel
import EventLog
import Projections

extension SourceCopies {
    /// Hashes the copies of sources again, and looks up every passage that claims quote from them.
    ///
    /// - Parameter slugs: The sources; all if there are none.
    /// - Returns: What was found; a source without a copy and without quotes is left out.
    /// - Throws: An error if there is no such source.
    package func verify(_ slugs: [Slug]) async throws -> CopiesAnswer {
        let (record, position) = try await corrector.reader.snapshot()
        for slug in slugs { try await record.require(StreamName(.source, slug)) }
        let wanted = Set(slugs.map { SourceSlug($0) })
        let events = try await record.effectiveEvents(try await record.streams(quoting: slugs))
        let sources = Registers(events).sources
        let quotes = Dictionary(grouping: events.flatMap(\.quotes), by: \.claim.source)
        var copies: [CopiesAnswer.Copy] = []
        for source in sources.keys.sorted() where wanted.isEmpty || wanted.contains(source) {
            let copy = try await copy(
                of: source, sources[source]?.sha256, quotes: quotes[source] ?? [])
            if copy.state != .none || !copy.quotes.isEmpty || !wanted.isEmpty {
                copies.append(copy)
            }
        }
        return CopiesAnswer(sources: copies, knownAt: position)
    }

    private func copy(
        of source: SourceSlug, _ digest: SHA256Text?, quotes: [QuotingClaim]
    ) async throws -> CopiesAnswer.Copy {
        let (state, file) = try await look(for: digest)
        let text = try await text(of: file)
        let search = text.map { QuoteSearch($0.pages, isPaged: file?.format == .pdf) }
        return CopiesAnswer.Copy(
            source: source, sha256: digest,
            state: state == .whole && text == nil ? .unreadable : state, format: file?.format,
            pages: file?.format == .pdf ? text?.pages.count : nil,
            quotes: quotes.map { quote in CopiesAnswer.Quote(quote, search) })
    }

    /// What is in the store under a digest.
    private func look(for digest: SHA256Text?) async throws -> (CopiesAnswer.State, StoredCopy?) {
        guard let digest else { return (.none, nil) }
        do throws(CaseworkError) {
            guard let bytes = try await store.bytes(of: digest) else { return (.missing, nil) }
            let format = CopyFormat(beginning: bytes.prefix(CopyFormat.sample))
            return (.whole, format.map { StoredCopy(bytes: bytes, format: $0) })
        } catch {
            guard error.code == .notConsistent else { throw error }
            return (.damaged, nil)
        }
    }

    /// The text of a copy; nil if it has none.
    ///
    /// - Throws: An error if the program that reads it is missing: nothing could be looked up.
    private func text(of copy: StoredCopy?) async throws -> CopyText? {
        guard let copy else { return nil }
        do throws(CopyTextError) {
            let text = try await CopyText(of: copy.bytes, copy.format)
            return text.isEmpty ? nil : text
        } catch {
            guard case .unreadable = error else { throw error.error }
            return nil
        }
    }
}

/// A copy that is whole.
private struct StoredCopy {
    let bytes: [UInt8]
    let format: CopyFormat
}

extension CaseReader {
    /// The streams of some sources, and those whose events speak of them; all if there are none.
    fileprivate func streams(quoting sources: [Slug]) async throws -> [StreamName] {
        guard !sources.isEmpty else { return try await log.streamNames() }
        var streams = Set(sources.map { StreamName(.source, $0) })
        for source in sources {
            streams.formUnion(try await self.streams(speakingOf: SourceSlug(source)))
        }
        return streams.sorted()
    }
}

/// A claim that quotes a passage, with its event.
struct QuotingClaim: Sendable {
    let event: EventReference
    let claim: Claim
    let quote: String
}

extension EffectiveEvent {
    /// The claims that quote; none if the event was retracted.
    fileprivate var quotes: [QuotingClaim] {
        guard retraction == nil else { return [] }
        return event.body.claims.compactMap { claim in
            claim.quote.map { QuotingClaim(event: event.reference, claim: claim, quote: $0) }
        }
    }
}

extension CopiesAnswer.Quote {
    /// What a search finds of a passage; nothing is looked up without one.
    fileprivate init(_ quoting: QuotingClaim, _ search: QuoteSearch?) {
        let finding = search.map { $0.find(quoting.quote, at: quoting.claim.span) }
        let isPaged = search?.isPaged == true
        func page(_ number: Int) -> Int? { isPaged ? number : nil }
        typealias Found = (
            CopiesAnswer.QuoteState, page: Int?, words: String?, CopiesAnswer.Surroundings?
        )
        let (state, page, words, around): Found =
            switch finding {
            case .none: (.unchecked, nil, nil, nil)
            case .found(let number): (.found, page(number), nil, nil)
            case .elsewhere(let number, let before, let after):
                (.elsewhere, page(number), nil, .init(before: before, after: after))
            case .nearly(let number, let words): (.nearly, page(number), words, nil)
            case .absent: (.absent, nil, nil, nil)
            }
        self.init(
            event: quoting.event, claim: quoting.claim, state: state, page: page, words: words,
            around: around)
    }
}
