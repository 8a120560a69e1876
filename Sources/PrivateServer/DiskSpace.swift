import Foundation

/// Whether a disk has space left.
enum DiskSpace {
    /// Whether a message, of the C library in its own locale, tells of a full disk or a used-up quota.
    static func isMissing(in message: String) -> Bool {
        ["No space left on device", "Disk quota exceeded"].contains { message.contains($0) }
    }

    /// Whether less than a mebibyte is free for these data: a server cannot write its own log then.
    static func isShort(for path: String) -> Bool {
        var volume = statvfs()
        guard statvfs(path, &volume) == 0 else { return false }
        return UInt64(volume.f_bavail) * UInt64(volume.f_frsize) < 1 << 20
    }
}
