/// The parts of an address that no message may repeat.
struct Secrets: Sendable {
    /// Passwords, decoded and as written in the address.
    private var texts: Set<String> = []
    /// Whether libpq may take a part of a password for another part of the address, which its
    /// messages quote.
    private var isAmbiguous = false

    /// No secrets.
    init() {}

    /// The secrets of an address in which libpq found `passwords`.
    init(of address: String, passwords: [String]) {
        let written = Secrets.writtenPassword(in: address)
        texts = Set((passwords + [written].compactMap(\.self)).filter { !$0.isEmpty })
        isAmbiguous = Secrets.isAmbiguous(address)
    }

    /// The message with all secrets replaced.
    func hidden(in message: String) -> String {
        guard !isAmbiguous else {
            return "libpq's message is withheld, as it may quote a part of a password: in a URI, "
                + "write / in a password as %2F and @ as %40"
        }
        // The longest first: another may be a part of it.
        return texts.sorted { ($1.utf8.count, $1) < ($0.utf8.count, $0) }.reduce(message) {
            Secrets.replacing($1, in: $0)
        }
    }

    /// Replaces a secret.
    ///
    /// A very short one is replaced only as a whole quoted word: it is a part of many words, where
    /// it reveals nothing.
    private static func replacing(_ secret: String, in message: String) -> String {
        guard secret.utf8.count < 4 else { return message.replacing(secret, with: "…") }
        return message.replacing("\"\(secret)\"", with: "\"…\"")
    }

    /// The password of a URI as written there, perhaps percent-encoded.
    private static func writtenPassword(in address: String) -> String? {
        guard let start = authority(of: address), let end = start.firstIndex(of: "@") else {
            return nil
        }
        let user = start[..<end]
        return user.firstIndex(of: ":").map { String(user[user.index(after: $0)...]) }
    }

    /// Whether a URI has an `@` after the one that libpq takes for the end of the password, or
    /// where libpq expects none: the text before it may be a part of the password.
    private static func isAmbiguous(_ address: String) -> Bool {
        guard let rest = authority(of: address) else { return false }
        let user = rest.prefix { $0 != "@" && $0 != "/" }
        let path = rest.prefix { $0 != "?" }
        guard user.endIndex < rest.endIndex, rest[user.endIndex] == "@" else {
            return user.contains(":") && rest.contains("@") && path.contains("@")
        }
        return rest[rest.index(after: user.endIndex)...].prefix { $0 != "?" }.contains("@")
    }

    /// Whether the address cannot be parsed sensibly: its authority has two possible ends of a
    /// password.
    static func isMistaken(_ address: String) -> Bool {
        guard let rest = authority(of: address) else { return false }
        return rest.prefix { $0 != "/" && $0 != "?" }.count { $0 == "@" } > 1
    }

    /// The part of a URI after the scheme; nil if the address is not a URI.
    private static func authority(of address: String) -> Substring? {
        for scheme in ["postgresql://", "postgres://"] where address.hasPrefix(scheme) {
            return address.dropFirst(scheme.count)
        }
        return nil
    }
}
