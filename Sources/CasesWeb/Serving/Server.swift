import Casework
import CommandSupport
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Pages

/// The HTTP server: its address and its limits.
struct Server {
    private let options: ServeOptions

    init(_ options: ServeOptions) { self.options = options }

    /// How many connections are served at a time; others wait to be accepted.
    private static let connections = 256

    /// Serves until the program is told to stop by SIGTERM or SIGINT; answers that have begun are
    /// finished, as far as ten seconds are enough for it.
    ///
    /// - Throws: An error if the record cannot be opened, or the port is taken.
    func run() async throws {
        let choice = try options.database.choice()
        let sites = SitePool { try Site(try await choice.open(for: .reading).reader) }
        // The first session is opened before the port, so that a failure is told at once.
        _ = try await sites.use { try await $0.head() }
        let recording = RecordingSession { try await choice.open(for: .writing) }
        let responder = Responder(
            answers: RecordAnswers(sites: sites), recording: RecordingAnswers(recording),
            sites: sites, followed: FollowedLog(sites),
            hosts: HostCheck(options.address, options.hosts),
            rates: RateLimit(perSecond: Int(options.rate)), isBehindProxy: options.proxy,
            failures: try FailurePages())
        let application = Application(
            responder: responder, server: .http1(configuration: Server.limits),
            configuration: ApplicationConfiguration(
                address: .hostname(options.address, port: Int(options.port)),
                availableConnectionsDelegate: MaximumAvailableConnections(Server.connections)),
            services: [LastCall()], onServerRunning: { channel in announce(channel) },
            logger: Logger.ofServer)
        do { try await application.runService() } catch let error as IOError {
            throw CaseworkError(
                .unreachable,
                "\(options.address):\(options.port) cannot be listened on: "
                    + String(cString: strerror(error.errnoCode)),
                hint: "name another --port, 0 for any that is free, or another --address")
        }
    }

    /// Fifteen seconds without a byte of a request end a connection, and so do thirty in which a client
    /// takes nothing of its answer; a request's head has at most 16 KiB in 100 fields.
    private static var limits: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: [StalledClient()], idleTimeout: .seconds(15),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 16 * 1024,
                maxHeaderFieldCount: 100))
    }

    @Sendable private func announce(_ channel: any Channel) {
        let port = channel.localAddress?.port ?? Int(options.port)
        let host = options.address.contains(":") ? "[\(options.address)]" : options.address
        try? Console.write(["http://\(host):\(port)/"])
    }
}

extension Logger {
    /// The log of the server: warnings and errors of its libraries.
    fileprivate static var ofServer: Logger {
        var logger = Logger.current
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }
}
