import Foundation

/// Who runs the server: the user of this process, or `postgres` where that is root.
struct Account: Sendable {
    let isRoot: Bool
    let uid: uid_t
    let gid: gid_t

    /// The account for this process.
    static func current() throws(ServerError) -> Account {
        guard geteuid() == 0 else { return Account(isRoot: false, uid: geteuid(), gid: getegid()) }
        guard let entry = getpwnam("postgres")?.pointee else { throw .accountMissing }
        return Account(isRoot: true, uid: entry.pw_uid, gid: entry.pw_gid)
    }

    /// The words that run a command as this account; what it touches it touches with its rights.
    func command(_ words: [String]) -> [String] {
        isRoot ? ["/usr/sbin/runuser", "-u", "postgres", "--"] + words : words
    }
}
