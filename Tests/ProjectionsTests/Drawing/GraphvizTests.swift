import Foundation
import Projections
import Testing

/// The program `dot` of Graphviz, where it is installed.
private enum Graphviz {
    static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "")
        .split(separator: ":").map { "\($0)/dot" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }

    /// The picture that it draws, and what it complains of.
    static func draw(_ graph: [String]) throws -> (svg: String, status: Int32) {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).dot")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(graph.joined(separator: "\n").utf8).write(to: file)
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: try #require(path))
        process.arguments = ["-Tsvg", file.path()]
        process.standardOutput = output
        try process.run()
        let svg = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: svg, as: UTF8.self), process.terminationStatus)
    }
}

@Suite("Graphviz", .enabled(if: Graphviz.path != nil, "dot is not installed"))
struct GraphvizTests {
    @Test(
        "draws four events and three links, whatever the record says",
        arguments: ["The ministry takes control."] + hostileTexts)
    func accepts(_ text: String) throws {
        let drawn = try Graphviz.draw(try History.exchange(text).drawn().dot)
        #expect(drawn.status == 0)
        #expect(drawn.svg.split(separator: "class=\"node\"").count == 5)
        #expect(drawn.svg.split(separator: "class=\"edge\"").count == 4)
        #expect(!drawn.svg.contains("<script"))
    }
}
