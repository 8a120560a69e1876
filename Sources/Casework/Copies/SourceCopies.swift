package import CaseModel
import EventLog
import Foundation
import Projections

/// Stores copies of sources, and checks them and the passages that claims quote from them.
package struct SourceCopies: Sendable {
    let corrector: Corrector
    let store: CopyStore

    private var reader: CaseReader { corrector.reader }
}

extension CaseRecord {
    /// The copies of sources in a store.
    package func copies(in store: CopyStore) -> SourceCopies {
        SourceCopies(corrector: corrector, store: store)
    }
}

extension SourceCopies {
    /// A file that is to be stored as the copy of a source.
    package struct File: Sendable {
        let bytes: [UInt8]
        /// Its digest.
        package let digest: SHA256Text
        /// Its format.
        package let format: CopyFormat

        /// Reads a file.
        ///
        /// - Throws: An error if it cannot be read, is empty, or is neither PDF, HTML nor text.
        package init(_ path: String) throws(CaseworkError) {
            let name = path.isEmpty ? "the file" : path
            // Reading a pipe would wait for a writer.
            guard FileManager.default.isRegularFile(atPath: path),
                let bytes = FileManager.default.contents(atPath: path).map(Array.init)
            else {
                throw CaseworkError(
                    .unreadable, "\(name) is not a file, or cannot be read",
                    hint: "check its name and permissions")
            }
            guard !bytes.isEmpty else {
                throw CaseworkError(.unreadable, "\(name) is empty", hint: "save the page again")
            }
            guard
                let format = CopyFormat(beginning: bytes.prefix(CopyFormat.sample))
            else {
                throw CaseworkError(
                    .unreadable, "\(name) is neither PDF, HTML nor text",
                    hint: "save the page as HTML, or print it as PDF")
            }
            (self.bytes, self.format, digest) = (bytes, format, SHA256Text(of: bytes))
        }
    }

    /// Stores a file.
    ///
    /// - Returns: What is to be said about it: where it is, and whether it can be searched.
    package func store(_ file: File) async throws(CaseworkError) -> [String] {
        let isNew = try await store.store(file.bytes)
        let place = store.place(of: file.digest)
        let stored = isNew ? "stored as \(place)" : "stored already: \(place)"
        do {
            let text = try await CopyText(of: file.bytes, file.format)
            guard text.isEmpty else { return [stored] }
            return [stored, "no text can be read from it, so quotes from it cannot be checked"]
        } catch {
            let (message, hint) = (error.error.message, error.error.hint)
            return [stored, "\(message), so quotes from it cannot be checked; \(hint)"]
        }
    }

    /// Creates the correction by which a source names a file as its copy.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - source: The source.
    ///   - id: The correction's own id.
    /// - Returns: The entry, not yet checked; if the source names this copy already, it changes
    ///   nothing.
    /// - Throws: An error if there is no such source, or it names another copy.
    package func entry(
        naming file: File, as source: Slug, id: EventID
    ) async throws -> Entry {
        let named = try await reader.source(source).sources.first?.source.sha256
        guard named == nil || named == file.digest else {
            throw CaseworkError(
                .idConflict, "\(source) has another copy, \(named?.text ?? "")",
                hint: "a page that has changed is another source: cases add-source, then store it")
        }
        var form = CorrectionForm(
            settings: ["sha256=\(file.digest.text)"], reason: .newInformation)
        form.noSource = "A copy of it was stored."
        let name = "source/\(source)/captured"
        guard let event = EventReference(name) else {
            throw CaseworkError(.internal, "\(name) names no event")
        }
        return try await corrector.correction(of: event, named: name, by: form, id: id)
    }
}
