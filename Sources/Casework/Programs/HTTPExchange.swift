import Foundation

/// One request over HTTP and its response, carried by `curl`, which knows proxies, certificates and
/// the signatures of object stores.
///
/// A library for HTTP would make every command start more slowly, and few commands need it.
struct HTTPExchange: Sendable {
    /// The status of the response.
    let status: Int
    /// Its media type; empty if it has none.
    let type: String
    /// Its content.
    let body: [UInt8]

    /// What is asked for.
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    /// Sends a request and waits for the response.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - address: The address, which begins with `http://` or `https://`.
    ///   - body: The content; nil to send none.
    ///   - settings: Further settings in the form of curl's configuration file. They reach curl in
    ///     a file that only this user can read: everybody on the machine can read its arguments.
    ///   - seconds: How long it may take.
    /// - Returns: The response, with any status.
    /// - Throws: An error if there is no response.
    static func send(
        _ method: Method, to address: String, body: [UInt8]? = nil,
        settings: [(name: String, value: String)] = [], seconds: Int
    ) async throws(CaseworkError) -> HTTPExchange {
        let configuration = try TemporaryFile(HTTPExchange.configuration(address, settings))
        defer { configuration.remove() }
        let content = try TemporaryFile(body ?? [])
        defer { content.remove() }
        var words = [
            "curl", "--disable", "--globoff", "--silent", "--show-error",
            "--config", configuration.path, "--max-time", String(seconds),
            "--proto", "=http,https", "--request", method.rawValue,
            "--write-out", "\n%{http_code} %{content_type}",
        ]
        if body != nil { words += ["--data-binary", "@" + content.path] }
        let output = try await output(of: words, from: address)
        guard let exchange = HTTPExchange(written: output) else {
            throw .noAnswer(from: address, "curl said nothing of the response")
        }
        return exchange
    }

    /// The lines of a configuration file of curl.
    private static func configuration(
        _ address: String, _ settings: [(name: String, value: String)]
    ) -> [UInt8] {
        let lines = (settings + [("url", address)]).map { name, value in
            let value = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\(name) = \"\(value)\"\n"
        }
        return Array(lines.joined().utf8)
    }

    /// Parses what curl writes: the content, and in a last line status and media type.
    private init?(written output: [UInt8]) {
        guard let end = output.lastIndex(of: UInt8(ascii: "\n")) else { return nil }
        let last = String(decoding: output[(end + 1)...], as: UTF8.self)
            .split(separator: " ", omittingEmptySubsequences: false)
        guard let status = last.first.flatMap({ Int($0) }) else { return nil }
        self.status = status
        type = last.dropFirst().first.map(String.init) ?? ""
        body = Array(output[..<end])
    }

    /// The most bytes of a response.
    private static let limit = 256 << 20

    private static func output(
        of words: [String], from address: String
    ) async throws(CaseworkError) -> [UInt8] {
        let curl: EndedProgram
        do { curl = try await EndedProgram.run(words, limit: limit) } catch {
            throw .noAnswer(from: address, "curl cannot be run, or the response is too large")
        }
        switch curl.status {
        case 0: return curl.output
        case timedOut:
            throw CaseworkError(
                .tryAgain, "\(address) did not answer in time", hint: "ask again later")
        case EndedProgram.notFound:
            throw CaseworkError(
                .unreachable, "curl, which carries requests over HTTP, is not installed",
                hint: "apt-get install curl")
        default:
            let reason = curl.errors.split(separator: "\n").first.map(String.init) ?? ""
            throw .noAnswer(from: address, reason)
        }
    }

    /// The exit status of curl if `--max-time` is over.
    private static let timedOut: Int32 = 28
}

extension CaseworkError {
    fileprivate static func noAnswer(from address: String, _ reason: String) -> CaseworkError {
        CaseworkError(
            .unreachable, "\(address) cannot be reached: \(reason)",
            hint: "check the address, or ask again later")
    }
}
