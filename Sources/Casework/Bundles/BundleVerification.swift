package import CanonicalJSON
import CaseModel
import Digest
import Foundation
package import Ledger

/// Checks a bundle in a folder as `verify.py` in it does, in the same words.
///
/// The two are written apart, from the same standards, so that a fault of one shows.
package struct BundleVerification {
    private let folder: URL
    private let key: VerifierKey
    private var events: [(event: BundledEvent, header: HeaderText)] = []
    private var checkpoint: SignedCheckpoint?
    /// The files that SHA256SUMS lists.
    private var listed: Set<String> = []
    /// What is wrong, in the order in which it was found.
    package private(set) var problems: [String] = []

    /// Checks the bundle at a path against the public key of its log.
    package init(of path: String, signedBy key: VerifierKey) {
        folder = URL(fileURLWithPath: path, isDirectory: true)
        self.key = key
        checkFiles()
        checkCheckpoint()
        if let checkpoint {
            readEvents()
            checkEvents(under: checkpoint)
            checkCopies()
        }
    }

    /// What is to be said of the bundle: its problems, or what was verified.
    package var lines: [String] {
        guard problems.isEmpty, let checkpoint = checkpoint?.checkpoint else { return problems }
        let named = Set(events.flatMap(\.event.namedCopies))
        let here = named.count { listed.contains("sources/\($0)") }
        let copies =
            named.isEmpty ? [] : ["copies of sources: \(here) of \(named.count) that events name"]
        let counts = [("withheld", count(.withheld)), ("erased", count(.erased))]
        return [
            "\(events.count == 1 ? "1 event" : "\(events.count) events") "
                + "of the log \(checkpoint.origin) verified",
            "checkpoint of size \(checkpoint.size), signed by \(key)",
        ]
            + counts.filter { $0.1 > 0 }.map { state, count in
                "bodies \(state): \(count); of those events only the headers are proved"
            } + copies
    }

    /// `cases.bundle/1`: what was found.
    package var json: JSONValue {
        [
            "schema": "cases.bundle/1", "ok": .bool(problems.isEmpty),
            "events": .integer(Int64(events.count)),
            "withheld": .integer(Int64(count(.withheld))),
            "erased": .integer(Int64(count(.erased))),
            "problems": .array(problems.map { .string($0) }),
        ]
    }

    private func count(_ content: BundledEvent.Content) -> Int {
        events.count { $0.event.content == content }
    }

    private func read(_ name: String) -> [UInt8]? {
        let path = folder.appendingPathComponent(name).path
        guard FileManager.default.isRegularFile(atPath: path) else { return nil }
        return FileManager.default.contents(atPath: path).map(Array.init)
    }
}

extension BundleVerification {
    /// Every file is the one that SHA256SUMS lists, and there is no other one.
    private mutating func checkFiles() {
        guard let bytes = read("SHA256SUMS"), let text = String(validating: bytes, as: UTF8.self)
        else {
            problems.append("SHA256SUMS: cannot be read")
            return
        }
        for (number, line) in text.lines.enumerated() {
            guard let sum = FileSum(line) else {
                problems.append("SHA256SUMS: line \(number + 1) is not a digest and a name")
                continue
            }
            check(sum)
        }
        for name in paths.filter(isLink).inOrder {
            problems.append("\(name): is a link; it may lead to a file outside")
        }
        for name in paths.filter({ !isFolder($0) }).subtracting(listed.union(["SHA256SUMS"]))
            .inOrder
        {
            problems.append("\(name): is not listed in SHA256SUMS")
        }
    }

    private mutating func check(_ sum: FileSum) {
        listed.insert(sum.name)
        if let bytes = read(sum.name) {
            if SHA256.digest(bytes) != sum.digest {
                problems.append("\(sum.name): is not the file that SHA256SUMS lists")
            }
        } else {
            problems.append("\(sum.name): is missing")
        }
    }

    /// The names of everything in the folder and below.
    private var paths: Set<String> {
        Set(
            FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    }

    private func isFolder(_ name: String) -> Bool {
        var isFolder: ObjCBool = false
        let path = folder.appendingPathComponent(name).path
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }

    private func isLink(_ name: String) -> Bool {
        let path = folder.appendingPathComponent(name).path
        return (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }

    private mutating func checkCheckpoint() {
        checkpoint = read("checkpoint").flatMap { SignedCheckpoint($0) }
        guard let checkpoint else {
            problems.append("checkpoint: is not a signed checkpoint")
            return
        }
        if checkpoint.checkpoint.origin != key.name.text || !checkpoint.note.isSigned(by: key) {
            problems.append("checkpoint: is not signed by \(key)")
        }
    }
}

extension BundleVerification {
    private mutating func readEvents() {
        var lines = (read("events.jsonl") ?? []).split(
            separator: 0x0a, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (number, line) in lines.enumerated() {
            guard let event = BundledEvent(line: Array(line)), let header = HeaderText(event.header)
            else {
                problems.append("events.jsonl: line \(number + 1) is not an event")
                continue
            }
            events.append((event, header))
        }
        if events.isEmpty { problems.append("events.jsonl: has no event") }
    }

    private mutating func checkEvents(under checkpoint: SignedCheckpoint) {
        var (versions, position, time) = ([String: Int64](), Int64(0), "")
        for (event, header) in events {
            let due = versions[header.stream, default: 0] + 1
            var found: [Problem.Kind] = []
            if event.position <= position { found.append(.outOfOrder(after: position)) }
            if !time.utf8.lexicographicallyPrecedes(header.recordedAt.utf8) {
                found.append(.notRecordedLater)
            }
            if header.version != due {
                found.append(.version(expected: due, found: header.version))
            }
            let all =
                found.map(\.description) + contentProblems(event, header)
                + proofProblems(event, under: checkpoint)
            problems += all.map { "position \(event.position): \($0)" }
            versions[header.stream] = header.version
            (position, time) = (max(position, event.position), header.recordedAt)
        }
    }

    /// Every copy of a source has the digest that is its name, and an event names it.
    private mutating func checkCopies() {
        let named = Set(events.flatMap(\.event.namedCopies))
        for name in listed.filter({ $0.hasPrefix("sources/") }).inOrder {
            // If it is missing, that was said.
            guard let bytes = read(name) else { continue }
            let digest = String(name.dropFirst("sources/".count))
            if SHA256.digest(bytes).hexadecimal != digest {
                problems.append("\(name): has another digest than its name")
            } else if !named.contains(digest) {
                problems.append("\(name): no event names it")
            }
        }
    }

    private func contentProblems(_ event: BundledEvent, _ header: HeaderText) -> [String] {
        guard case .whole(let salt, let body) = event.content else { return [] }
        let isSame = EventHeader.bodyDigest(salt: salt, body: body) == header.digest
        var found = isSame ? [] : ["the digest is not that of salt and body"]
        guard let document = try? JSONDocument(reading: body), document.isCanonical,
            document.root.isObject
        else { return found + ["the body is not canonical JSON"] }
        if let key = document.root["key"]?.string,
            EventID(name: "\(header.stream)/\(key)").text != header.id
        {
            found.append("the id is not the one that stream and key give")
        }
        return found
    }

    private func proofProblems(
        _ event: BundledEvent, under checkpoint: SignedCheckpoint
    ) -> [String] {
        guard let bytes = read("proofs/\(event.position).tlog-proof"), let proof = LogProof(bytes)
        else { return ["its proof cannot be read"] }
        if proof.checkpoint != checkpoint { return ["its proof has another checkpoint"] }
        let leads =
            proof.inclusion.index == UInt64(event.position) - 1
            && proof.inclusion.leads(from: event.leaf, to: checkpoint.checkpoint.root)
        return leads ? [] : ["its proof does not lead to the checkpoint"]
    }
}

/// A line of SHA256SUMS.
private struct FileSum {
    let digest: [UInt8]
    let name: String

    init?(_ line: String) {
        let (digits, rest) = (line.prefix(64), line.dropFirst(64))
        let parts = rest.dropFirst(2).split(separator: "/", omittingEmptySubsequences: false)
        guard let digest = [UInt8](hexadecimal: String(digits)), digest.count == 32,
            rest.hasPrefix("  "),
            parts.allSatisfy({ part in
                !part.isEmpty && part != ".."
                    && part.utf8.allSatisfy { Unicode.Scalar($0).isNamePart }
            })
        else { return nil }
        (self.digest, name) = (digest, String(rest.dropFirst(2)))
    }
}

extension Unicode.Scalar {
    /// Whether it may stand in the name of a file of a bundle.
    fileprivate var isNamePart: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-": true
        default: false
        }
    }
}

extension Set<String> {
    /// The names in the order of their bytes.
    fileprivate var inOrder: [String] {
        sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

extension String {
    /// The lines, without an empty one at the end.
    fileprivate var lines: [String] {
        var lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
