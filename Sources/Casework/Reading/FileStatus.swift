import Foundation

/// What stands at a path, seen through symbolic links.
struct FileStatus {
    enum Kind {
        case regular, folder, pipe, socket, device
    }

    /// One file or folder, by whatever path it is reached.
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    let kind: Kind
    let identity: Identity

    /// The status; nil where nothing is there, or a link leads nowhere or in a circle.
    init?(of path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return nil }
        kind =
            switch found.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFIFO: .pipe
            case S_IFSOCK: .socket
            default: .device
            }
        identity = Identity(device: UInt64(found.st_dev), number: UInt64(found.st_ino))
    }
}
