import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A client that sends bytes to a port of this computer and reads until the other side closes.
package struct WebClient: Sendable {
    /// The port.
    package let port: UInt16

    /// A client of a server on this computer.
    package init(port: UInt16) { self.port = port }

    /// What a server answered.
    package struct Answer: Sendable {
        /// The status code.
        package let status: Int
        /// The fields, with their names in small letters.
        package let fields: [String: String]
        /// The body, as it came.
        package let body: [UInt8]

        /// The body as text.
        package var text: String { String(decoding: body, as: UTF8.self) }

        init?(_ bytes: [UInt8]) {
            guard let end = bytes.firstRange(of: [13, 10, 13, 10]) else { return nil }
            let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
                .split(separator: "\r\n")
            guard let code = lines.first?.split(separator: " ").dropFirst().first,
                let status = Int(code)
            else { return nil }
            self.status = status
            let pairs = lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (
                    parts[0].lowercased(),
                    parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
                )
            }
            fields = Dictionary(pairs) { "\($0), \($1)" }
            body = Array(bytes[end.upperBound...])
        }
    }

    /// Why there is no answer.
    package struct NoAnswer: Error {
        /// What came instead.
        package let bytes: [UInt8]
    }

    /// Sends a request, without a body unless one is given, in a connection of its own.
    package func ask(
        _ path: String, method: String = "GET", _ fields: [String: String] = [:],
        body: String? = nil
    ) async throws -> Answer {
        var all = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
        if let body { all["Content-Length"] = String(body.utf8.count) }
        all.merge(fields) { $1 }
        let lines = ["\(method) \(path) HTTP/1.1"] + all.map { "\($0): \($1)" }
        let request = lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
        let bytes = try await exchange(Array(request.utf8))
        guard let answer = Answer(bytes) else { throw NoAnswer(bytes: bytes) }
        return answer
    }

    /// Sends bytes, and reads until the other side closes.
    package func exchange(_ bytes: [UInt8]) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try exchangeNow(bytes) })
            }
        }
    }

    /// A connection that takes nothing of its answer until it is released.
    package struct Stalled: Sendable {
        fileprivate let socket: Int32

        /// Closes it.
        package func release() { close(socket) }

        /// What comes until the other side closes it.
        package func rest() -> String {
            var (received, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
            while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 {
                received += buffer[..<count]
            }
            return String(decoding: received, as: UTF8.self)
        }
    }

    /// Asks for a page and takes only the first byte of it.
    package func stall(at path: String) throws -> Stalled {
        let socket = try connected()
        try send(Array("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8), to: socket)
        var first: UInt8 = 0
        guard recv(socket, &first, 1, 0) == 1 else { throw NoAnswer(bytes: []) }
        return Stalled(socket: socket)
    }

    /// Asks for a page and reads until some words have come.
    package func listen(
        at path: String, _ fields: [String: String] = [:], until words: String
    ) async throws -> (text: String, connection: Stalled) {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try listenNow(path, fields, words) })
            }
        }
    }

    private func listenNow(
        _ path: String, _ fields: [String: String], _ words: String
    ) throws -> (text: String, connection: Stalled) {
        let socket = try connected()
        let lines =
            ["GET \(path) HTTP/1.1", "Host: localhost", "Connection: close"]
            + fields.map { "\($0): \($1)" }
        try send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8), to: socket)
        var (received, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
        while true {
            let text = String(decoding: received, as: UTF8.self)
            if text.contains(words) { return (text, Stalled(socket: socket)) }
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else {
                close(socket)
                throw NoAnswer(bytes: received)
            }
            received += buffer[..<count]
        }
    }

    private func connected() throws -> Int32 {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        // A server that says nothing more fails a test instead of holding it up for ever.
        var limit = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        guard status == 0 else {
            close(socket)
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        return socket
    }

    private func send(_ bytes: [UInt8], to socket: Int32) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                systemSend(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // The other side may refuse the rest, and answer nevertheless.
            if count <= 0 { break }
            sent += count
        }
    }

    private func exchangeNow(_ bytes: [UInt8]) throws -> [UInt8] {
        let socket = try connected()
        defer { close(socket) }
        try send(bytes, to: socket)
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 {
            received += buffer[..<count]
        }
        return received
    }
}

extension Desk {
    /// Lends `body` a client of `cases serve`, which is told to end afterwards and must end well.
    package func serving<Result: Sendable>(
        with options: [String] = [], _ body: (WebClient) async throws -> Result
    ) async throws -> Result {
        let running = try program.start(["serve", "--port", "0"] + options)
        defer { running.kill() }
        var told = ""
        while !told.hasSuffix("/\n") {
            guard !running.hasEnded else { throw Failed(what: try await running.outcome().errors) }
            try await Task.sleep(for: .milliseconds(10))
            told = try running.outputSoFar()
        }
        guard let port = told.dropLast(2).split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw Failed(what: told)
        }
        let result = try await body(WebClient(port: port))
        running.terminate()
        let outcome = try await running.outcome()
        guard outcome.exitCode == 0, !outcome.wasKilled else { throw Failed(what: outcome.errors) }
        return result
    }

    /// Says what a program told instead of doing as it was asked.
    package struct Failed: Error, CustomStringConvertible {
        let what: String
        /// What it told.
        package var description: String { what }
    }
}

#if canImport(Glibc)
    private let systemSend = Glibc.send
#else
    private let systemSend = Darwin.send
#endif
