import Foundation
import Synchronization

/// A TCP port of this computer that passes sessions on to the test server, and can fall silent.
package final class Relay: Sendable {
    /// The port on 127.0.0.1.
    package let port: UInt16
    private let listener: Int32
    private let target: String
    private let isSilent = Atomic(false)
    private let servers = Mutex<[Int32]>([])

    /// Says that a socket could not be had.
    package struct Failure: Error {}

    /// A relay to the server's socket; nil for one that accepts and never answers.
    package init(to database: TestDatabase?) throws {
        target = try database.map(Relay.socketPath) ?? ""
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 64) == 0
            }
        }
        var taken = size
        let isKnown = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(listener, $0, &taken) == 0
            }
        }
        self.listener = listener
        guard isBound, isKnown else { throw Failure() }
        port = UInt16(bigEndian: address.sin_port)
        if database != nil { Thread.detachNewThread { self.serve() } }
    }

    /// Closes the port; sessions that are open stay.
    package func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        Foundation.close(listener)
    }

    /// Passes no answer on any more, on sessions that are open and on new ones.
    package func fallSilent() { isSilent.store(true, ordering: .relaxed) }

    /// Ends every session that is open, for the server as if its client had died.
    package func cut() {
        servers.withLock { $0 }.forEach { shutdown($0, Int32(SHUT_RDWR)) }
    }

    /// The address of the test server through this port.
    package var address: String { "postgresql://postgres@127.0.0.1:\(port)/postgres" }

    private static func socketPath(_ database: TestDatabase) throws -> String {
        let items = URLComponents(string: database.address)?.queryItems
        guard let folder = items?.first(where: { $0.name == "host" })?.value else {
            throw Failure()
        }
        return folder + "/.s.PGSQL.5432"
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            guard let server = connection() else {
                Foundation.close(client)
                continue
            }
            servers.withLock { $0.append(server) }
            Thread.detachNewThread { self.pass(from: client, to: server, areAnswers: false) }
            Thread.detachNewThread { self.pass(from: server, to: client, areAnswers: true) }
        }
    }

    private func connection() -> Int32? {
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: target.utf8) }
        let isConnected = withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(server, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        return isConnected ? server : nil
    }

    /// Passes bytes on until one side ends; answers of a silent relay are thrown away.
    private func pass(from source: Int32, to sink: Int32, areAnswers: Bool) {
        var block = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(source, &block, block.count, 0)
            guard count > 0 else { break }
            if areAnswers, isSilent.load(ordering: .relaxed) { continue }
            var sent = 0
            while sent < count {
                let more = block[sent..<count].withUnsafeBytes {
                    send(sink, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard more > 0 else { break }
                sent += more
            }
        }
        if areAnswers, isSilent.load(ordering: .relaxed) { return }
        shutdown(source, Int32(SHUT_RDWR))
        shutdown(sink, Int32(SHUT_RDWR))
    }
}
