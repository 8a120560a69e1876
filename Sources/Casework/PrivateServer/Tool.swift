import Foundation

/// A command that was run to its end.
struct Tool {
    /// Its exit status; 128 and the signal's number where a signal ended it, as shells count.
    let status: Int32
    /// What it wrote to stdout and stderr, without the final line break.
    let output: String

    /// Runs a command that reads nothing, in the folder `/`, and waits for it.
    ///
    /// It gets PATH and the locale C, nothing else: the server outlives this process, should not
    /// keep its secrets, and takes settings from variables such as PGPORT.
    static func run(_ words: [String], path: String?) throws(ServerError) -> Tool {
        let environment = ["PATH=\(path ?? "/usr/bin:/bin")", "LC_ALL=C"]
        let pipe = Pipe()
        let child = try Child.start(
            ["/usr/bin/env", "-C", "/"] + words, environment: environment,
            output: pipe.fileHandleForWriting.fileDescriptor)
        try? pipe.fileHandleForWriting.close()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        let text = String(decoding: output, as: UTF8.self)
        let tool = Tool(
            status: child.waitForEnd(),
            output: text.trimmingCharacters(in: .whitespacesAndNewlines))
        guard tool.status != notFound else {
            throw .cannotRun(tool: words[0], reason: "it is not there")
        }
        return tool
    }

    /// What `env` exits with where there is no such program.
    private static let notFound: Int32 = 127
}
