package import Casework
import Dispatch
import Foundation

/// A folder with a static site.
package struct PublishedFolder: Sendable {
    private let folder: URL

    /// The names of all files of the last run, one a line: what it did not write is left alone.
    private static let manifest = ".cases-files"

    /// The folder at a path; it is created when the site is written.
    package init(_ path: String) { folder = URL(fileURLWithPath: path, isDirectory: true) }

    /// What a run did.
    package struct Written: Sendable {
        /// The number of pages.
        package var pages = 0
        /// The number of files that were written.
        package var changed = 0
        /// The number of files that were the same already.
        package var unchanged = 0
        /// The number of files of an earlier run that were removed.
        package var removed = 0

        mutating func add(_ more: Written) {
            pages += more.pages
            changed += more.changed
            unchanged += more.unchanged
        }
    }

    /// Writes every page of a site in all its forms, some at a time on every core.
    ///
    /// - Throws: An error if a page cannot be made or a file cannot be written; what was written
    ///   until then stays.
    package func write(_ site: Site, progress: ProgressLog) async throws -> Written {
        let earlier = try earlierFiles()
        var (written, files) = (Written(), Set<String>())
        let paths = try await site.paths()
        let planned = Set(paths.flatMap { path in path.formats.map { path.file(in: $0) } })
        try requireFree(planned.subtracting(earlier))
        // Before the first page, so that the next run knows the files of one that was broken off.
        try note(earlier.union(planned))
        var left = paths[...]
        try await withThrowingTaskGroup(of: (Site, Written, Set<String>).self) { group in
            for _ in 0..<PublishedFolder.workers where !left.isEmpty {
                let (some, own) = (left.take(PublishedFolder.piece), await site.another())
                group.addTask { try await write(some, of: own) }
            }
            while let (own, more, names) = try await group.next() {
                written.add(more)
                files.formUnion(names)
                progress.advance(by: more.pages)
                let some = left.take(PublishedFolder.piece)
                if !some.isEmpty { group.addTask { try await write(some, of: own) } }
            }
        }
        try note(files)
        for file in earlier.subtracting(files) where try remove(file) { written.removed += 1 }
        return written
    }

    /// Twice as many as there are cores, as half of them wait for the disk or the database, and at most
    /// eight, as each has a session.
    private static let workers = min(8, 2 * ProcessInfo.processInfo.activeProcessorCount)

    /// How many pages are made before more are handed out.
    private static let piece = 64

    private func write(
        _ paths: [SitePath], of site: Site
    ) async throws -> (Site, Written, Set<String>) {
        var pages = 0
        var texts: [(file: String, text: String)] = []
        for path in paths {
            let page = try await site.page(at: path)
            pages += path.formats.contains(.html) ? 1 : 0
            texts += path.formats.map { (path.file(in: $0), page.text(in: $0)) }
        }
        var written = try await put(texts)
        written.pages = pages
        return (site, written, Set(texts.map(\.file)))
    }

    /// Writes files on a thread that may wait for the disk, while other pages are made.
    private func put(_ texts: [(file: String, text: String)]) async throws -> Written {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        var written = Written()
                        for (file, text) in texts {
                            let isChanged = try put(text, in: file)
                            written.changed += isChanged ? 1 : 0
                            written.unchanged += isChanged ? 0 : 1
                        }
                        return written
                    })
            }
        }
    }

    /// Throws if there are files of others at the places of pages.
    private func requireFree(_ files: Set<String>) throws(CaseworkError) {
        let taken = files.first {
            FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
        }
        guard let taken else { return }
        throw CaseworkError(
            .cannotWrite,
            "\(folder.appendingPathComponent(taken).path) is there already, and no "
                + "earlier run wrote it", hint: "name an empty folder, or remove that file")
    }

    /// Keeps the names of the files of a run for the next one.
    private func note(_ files: Set<String>) throws {
        let list = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        try put(list.joined(separator: "\n") + "\n", in: PublishedFolder.manifest)
    }

    /// The files that an earlier run wrote; none if there was no such run.
    private func earlierFiles() throws -> Set<String> {
        let file = folder.appendingPathComponent(PublishedFolder.manifest)
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        do {
            let text = try String(contentsOf: file, encoding: .utf8)
            return Set(text.split(separator: "\n").map(String.init))
        } catch {
            throw CaseworkError(
                .unreadable, "\(file.path) cannot be read",
                hint: "remove it: files without a page then stay in the folder")
        }
    }

    /// Whether the file had to be written.
    ///
    /// The file takes its place whole. It is not forced to the disk: that would take most of the time,
    /// and the next run writes again what a power cut spoils.
    @discardableResult
    private func put(_ text: String, in file: String) throws -> Bool {
        let place = folder.appendingPathComponent(file)
        let bytes = Data(text.utf8)
        if let old = try? Data(contentsOf: place), old == bytes { return false }
        let draft = "\(place.path).\(getpid()).part"
        do {
            try write(bytes, to: draft)
            guard rename(draft, place.path) == 0 else {
                throw CaseworkError.cannotWrite(place.path)
            }
        } catch {
            // What is left of it must not be published; if it cannot be removed, the error says where.
            unlink(draft)
            throw CaseworkError.cannotWrite(place.path)
        }
        return true
    }

    /// Writes a file, and makes its folder if there is none: most files have one already.
    private func write(_ bytes: Data, to path: String) throws {
        let file = URL(fileURLWithPath: path)
        do { try bytes.write(to: file) } catch {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try bytes.write(to: file)
        }
    }

    /// Whether a file of an earlier run was there; only names that a site can have are removed.
    private func remove(_ file: String) throws -> Bool {
        guard !file.hasPrefix("/"), !file.split(separator: "/").contains("..") else { return false }
        let place = folder.appendingPathComponent(file)
        guard FileManager.default.fileExists(atPath: place.path) else { return false }
        do { try FileManager.default.removeItem(at: place) } catch {
            throw CaseworkError.cannotWrite(place.path)
        }
        return true
    }
}

extension CaseworkError {
    fileprivate static func cannotWrite(_ path: String) -> CaseworkError {
        CaseworkError(
            .unreadable, "\(path) cannot be written", hint: "check its folder and its permissions")
    }
}

extension ArraySlice {
    /// Takes the first elements away.
    fileprivate mutating func take(_ count: Int) -> [Element] {
        let some = Array(prefix(count))
        self = dropFirst(count)
        return some
    }
}
