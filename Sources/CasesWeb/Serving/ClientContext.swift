import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// What is known of a request beside its message: who sends it.
struct ClientContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The IP address of the other side of the connection; empty if it has none.
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// The client of a request: behind a proxy, the one that the proxy names last.
    func client(of request: Request, isBehindProxy: Bool) -> String {
        guard isBehindProxy else { return address }
        let named = request.headers[named: "x-forwarded-for"]?.split(separator: ",").last
        return named.map { String($0.trimmingPrefix { $0 == " " }) } ?? address
    }
}
