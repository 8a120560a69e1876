import Foundation
import Subprocess

/// The text of a stored copy, page by page; only a PDF has more than one.
///
/// PDF is read by `pdftotext` (Poppler) and HTML by `w3m`, which know these formats better than a
/// program of our own would.
struct CopyText: Sendable {
    /// The text of each page.
    let pages: [String]

    /// Extracts the text of a copy.
    ///
    /// - Parameters:
    ///   - bytes: The copy.
    ///   - format: Its format.
    /// - Throws: An error if it cannot be read, or the program that extracts it is missing.
    init(of bytes: [UInt8], _ format: CopyFormat) async throws(CopyTextError) {
        switch format {
        case .pdf:
            let text = try await Extractor.pdf.text(of: bytes)
            // pdftotext ends each page with a form feed.
            var pages = text.unicodeScalars.split(
                separator: "\u{c}", omittingEmptySubsequences: false
            ).map { String($0) }
            if pages.last?.isEmpty == true { pages.removeLast() }
            self.pages = pages
        case .html:
            guard let encoding = CopyText.encoding(of: bytes) else {
                throw .unreadable("the page is not UTF-8 and names no other encoding")
            }
            pages = [try await Extractor.html(encoding).text(of: bytes)]
        case .text:
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw .unreadable("the copy is not text in UTF-8")
            }
            pages = [text]
        }
    }

    /// The encoding of a page: UTF-8 if it is that, else the one that its first bytes name.
    private static func encoding(of bytes: [UInt8]) -> String? {
        if String(validating: bytes, as: UTF8.self) != nil { return "UTF-8" }
        let head = String(decoding: bytes.prefix(CopyFormat.sample), as: UTF8.self)
        return head.firstMatch(of: /(?i)(?:charset|encoding)\s*=\s*["']?([a-z0-9_:.\-]+)/).map {
            String($0.1)
        }
    }

    /// Whether there is nothing to be read, as in a scan.
    var isEmpty: Bool { pages.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}

/// A program that writes the text of a file to standard output.
private struct Extractor {
    let program: String
    let options: [String]
    /// What comes after the file.
    let rest: [String]
    /// The Debian package that has it.
    let package: String

    static let pdf = Extractor(
        program: "pdftotext", options: ["-enc", "UTF-8"], rest: ["-"],
        package: "poppler-utils")
    // A wide page, so that no column of a table is broken into lines.
    static func html(_ encoding: String) -> Extractor {
        Extractor(
            program: "w3m",
            options: [
                "-config", "/dev/null", "-T", "text/html", "-I", encoding, "-O", "UTF-8",
                "-cols", "9999", "-dump",
            ], rest: [], package: "w3m")
    }

    /// Runs it on bytes of unknown origin: with an empty environment, for a minute at most.
    func text(of bytes: [UInt8]) async throws(CopyTextError) -> String {
        let file: TemporaryFile
        do { file = try TemporaryFile(bytes) } catch { throw .unreadable(error.message) }
        defer { file.remove() }
        let words = ["timeout", "--kill-after=5", "60", program] + options + [file.path] + rest
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        do {
            let ended = try await EndedProgram.run(
                words,
                environment: .custom(["PATH": path, "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]),
                limit: 64 << 20)
            return try text(of: ended)
        } catch let error as CopyTextError {
            throw error
        } catch {
            throw .unreadable("\(program) cannot be run on the copy, or writes more than 64 MB")
        }
    }

    private func text(of ended: EndedProgram) throws(CopyTextError) -> String {
        guard !ended.errors.contains("Missing language pack") else {
            throw .missing(
                program: "the data of Poppler for Chinese, Japanese and Korean",
                package: "poppler-data")
        }
        switch ended.status {
        case 0: return String(decoding: ended.output, as: UTF8.self)
        case EndedProgram.notFound: throw .missing(program: program, package: package)
        // What `timeout` ends with, also where it had to kill.
        case 124, 137: throw .unreadable("\(program) did not read the copy within a minute")
        default: throw .unreadable("\(program) cannot read the copy")
        }
    }
}

/// Why the text of a copy is not there.
enum CopyTextError: Error {
    /// The program that reads it is not installed.
    case missing(program: String, package: String)
    /// It cannot be read, for this reason.
    case unreadable(String)

    /// The error for users.
    var error: CaseworkError {
        switch self {
        case .missing(let program, let package):
            CaseworkError(
                .unreadable, "\(program), which reads the text of a copy, is not installed",
                hint: "apt-get install \(package)")
        case .unreadable(let reason):
            CaseworkError(.unreadable, reason, hint: "open the copy and look at it")
        }
    }
}
