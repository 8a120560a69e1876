import Foundation
import Synchronization

/// A terminal without a screen, and all that was written to it.
///
/// It is read all the time, for a program that fills it waits.
final class PseudoTerminal: Sendable {
    /// The device that the program reads and writes.
    let path: String
    private let controller: Int32
    /// Keeps the terminal open until the program has ended.
    private let device: Int32
    private let written = Mutex<[UInt8]>([])
    private let isRead = DispatchSemaphore(value: 0)

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A terminal of that size; 0 columns: it does not say how many it has.
    init(columns: Int, rows: Int) throws {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize()
        (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
        guard controller >= 0, ioctl(controller, UInt(TIOCSWINSZ), &size) == 0,
            let name = PseudoTerminal.name(of: controller)
        else { throw Failure(description: "no terminal: errno \(errno)") }
        path = name
        device = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        Thread.detachNewThread { self.read() }
    }

    /// Unlocks the terminal and asks for its name, as `unlockpt` and `ptsname` of the C library do;
    /// those are not imported.
    private static func name(of controller: Int32) -> String? {
        let (unlock, askNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        var (isLocked, number): (CInt, CUnsignedInt) = (0, 0)
        guard ioctl(controller, unlock, &isLocked) == 0, ioctl(controller, askNumber, &number) == 0
        else { return nil }
        return "/dev/pts/\(number)"
    }

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Foundation.read(controller, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written.withLock { $0 += buffer[..<count] }
        }
        isRead.signal()
    }

    /// Closes the terminal and gives what was written to it, a line ending in LF.
    func close() -> [UInt8] {
        Foundation.close(device)
        isRead.wait()
        Foundation.close(controller)
        return written.withLock { $0 }.filter { $0 != UInt8(ascii: "\r") }
    }
}
