import EventLog
import Logging
import Postgres
import ReadModels

extension Rebuilder {
    /// Keeps the read models up to date until the task is cancelled.
    ///
    /// A notification only wakes it; the position of the log determines what there is to do.
    /// Because a notification can be lost, or never be sent, it also checks periodically.
    ///
    /// Failures and stopped projections are logged and retried. `interval` is the longest sleep.
    package func follow(every interval: Duration = .seconds(5)) async {
        var alarm = Alarm(readModels: readModels, interval: interval)
        var last: String?
        while !Task.isCancelled {
            // Before the position is read, so that later changes wake it.
            await alarm.set()
            let remark = await catchUpRemark()
            // Errors caused by the cancellation itself are not reported.
            if let remark, remark != last, !Task.isCancelled {
                Logger.current.warning("\(remark)")
            }
            last = remark
            await alarm.wait()
        }
    }
}

/// Wakes a follower when another session moves the read models, and periodically in any case.
private struct Alarm {
    let readModels: ReadModels
    let interval: Duration
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
