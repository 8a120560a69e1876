import HTTPTypes

/// The host names that a request may carry.
///
/// A page of a foreign site could otherwise reach this server by a name of its own that it points to
/// this computer (DNS rebinding), and read what is served here.
struct HostCheck: Sendable {
    private let names: Set<String>

    /// The names of this computer, and those given.
    init(_ address: String, _ hosts: [String]) {
        let own = ["localhost", "127.0.0.1", "[::1]", address, "[\(address)]"]
        names = Set((own + hosts).map { $0.lowercased() })
    }

    /// Throws if the authority of a request, with or without a port, is not one of the names.
    func check(_ authority: String?) throws(Refusal) {
        let host = authority.map(HostCheck.withoutPort)?.lowercased()
        guard let host, names.contains(host) else {
            throw Refusal(
                .misdirectedRequest, "no such host is served here",
                hint: "start the server with --host NAME to serve it by another name")
        }
    }

    private static func withoutPort(_ authority: String) -> String {
        guard let colon = authority.lastIndex(of: ":"),
            authority[colon...].dropFirst().allSatisfy(\.isNumber)
        else { return authority }
        return String(authority[..<colon])
    }
}
