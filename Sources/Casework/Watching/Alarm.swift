import EventLog
import Postgres
import ReadModels

/// Wakes a follower when another session moves the read models, and periodically in any case.
///
/// A notification only wakes it; the position of the log determines what there is to do. Because a
/// notification can be lost, or never be sent, it also wakes after an interval.
struct Alarm {
    private let readModels: ReadModels
    private let interval: Duration
    private var session: Connection?

    /// How long to wait before a session is tried again if none could be opened.
    private static let pause = Duration.seconds(1)

    init(readModels: ReadModels, interval: Duration) {
        self.readModels = readModels
        self.interval = interval
    }

    /// Starts to listen, unless it does already.
    mutating func set() async {
        if session == nil { session = try? await readModels.listener() }
    }

    /// Sleeps until it is woken; a lost session wakes it, too, because it may have missed a
    /// notification.
    mutating func wait() async {
        guard let listening = session else {
            try? await Task.sleep(for: min(interval, Alarm.pause))
            return
        }
        do {
            _ = try await listening.waitForNotification(interval)
        } catch {
            session = nil
        }
    }
}
