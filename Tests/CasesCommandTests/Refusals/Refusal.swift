import TestSupport
import Testing

/// What a command must say that is refused.
struct Refusal {
    /// The exit code, the same with and without `--json`.
    let exitCode: Int32
    /// The code of the error object.
    let code: String
    /// All of standard error.
    let text: String

    /// Runs a command and checks what it says, with and without `--json`, and that nothing was
    /// recorded.
    func check(
        _ arguments: [String], at desk: Desk, input: String = "", _ comment: Comment? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let head = try await desk.head()
        try await checkAnswers(
            arguments, of: desk.program, input: input, comment, sourceLocation: sourceLocation)
        #expect(try await desk.head() == head, comment, sourceLocation: sourceLocation)
    }

    /// Runs a command and checks what it says, with and without `--json`.
    func checkAnswers(
        _ arguments: [String], of program: Program, input: String = "", _ comment: Comment? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let bytes = Array(input.utf8)
        let told = try await program.run(arguments, input: bytes)
        #expect(told.errors == text + "\n", comment, sourceLocation: sourceLocation)
        #expect(told.exitCode == exitCode, comment, sourceLocation: sourceLocation)
        #expect(told.output.isEmpty, comment, sourceLocation: sourceLocation)

        let object = try await program.run(arguments + ["--json"], input: bytes)
        #expect(object.exitCode == exitCode, comment, sourceLocation: sourceLocation)
        #expect(object.output.isEmpty, comment, sourceLocation: sourceLocation)
        let error = try JSON(object.errors)["error"]
        #expect(
            error.names == ["code", "message", "hint", "faults"], sourceLocation: sourceLocation)
        #expect(error["code"].string == code, comment, sourceLocation: sourceLocation)
        #expect(error.asText == text, comment, sourceLocation: sourceLocation)
    }
}

extension JSON {
    /// An error object as the text that people get: the same fields, the same words.
    fileprivate var asText: String {
        var lines = ["cases: " + (self["message"].string ?? "?")]
        if let hint = self["hint"].string, !hint.isEmpty { lines.append("       " + hint) }
        for fault in self["faults"].elements {
            let numbers = ["line", "column"].compactMap { fault[$0].integer.map(String.init) }
            let place = ([fault["file"].string].compactMap(\.self) + numbers).joined(separator: ":")
            let message = fault["message"].string ?? "?"
            lines.append(place.isEmpty ? message : place + ": " + message)
            if let hint = fault["hint"].string, !hint.isEmpty { lines.append("    " + hint) }
        }
        return lines.joined(separator: "\n")
    }
}
