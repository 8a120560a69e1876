import Foundation

/// Folders that belong to the account which runs the server.
enum PrivateFolder {
    /// Makes the folder with mode 0700, or takes the one that is there if it is the account's own.
    ///
    /// In `/tmp` anybody could have made it first, as a symbolic link too: it is looked at without
    /// following links, and after it was made, so that there is no moment in between. It must not
    /// have the permission bits in `forbidden`.
    static func prepare(_ path: String, for account: Account, forbidden: mode_t)
        throws(ServerError)
    {
        let isNew = mkdir(path, 0o700) == 0
        guard isNew || errno == EEXIST else { throw .cannotWrite(path: path, reason: lastError()) }
        if account.isRoot, isNew || objection(to: path, owner: 0, forbidden: forbidden) == nil {
            lchown(path, account.uid, account.gid)
        }
        if let objection = objection(to: path, owner: account.uid, forbidden: forbidden) {
            throw .unsafe(path: path, reason: objection)
        }
    }

    /// Why this is no folder of `owner` without the `forbidden` permissions; nil where it is one.
    static func objection(to path: String, owner: uid_t, forbidden: mode_t) -> String? {
        var found = stat()
        guard lstat(path, &found) == 0 else { return lastError() }
        guard found.st_mode & S_IFMT == S_IFDIR else { return "it is not a folder" }
        guard found.st_uid == owner else { return "it belongs to user \(found.st_uid)" }
        guard found.st_mode & forbidden == 0 else {
            return "others may use it (mode \(String(found.st_mode & 0o777, radix: 8)))"
        }
        return nil
    }
}

/// What the system says about the last call that failed.
func lastError() -> String { String(cString: strerror(errno)) }
