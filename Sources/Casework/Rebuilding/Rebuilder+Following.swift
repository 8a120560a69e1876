import EventLog
import Logging
import Postgres
import ReadModels

extension Rebuilder {
    /// Keeps the read models up to date until the task is cancelled.
    ///
    /// A notification only wakes it; what there is to do the position of the log says. For a
    /// notification can be lost, or never be sent, it also looks from time to time.
    ///
    /// What stops, and what fails, is logged and tried again. `interval` is how long it sleeps at most.
    package func follow(every interval: Duration = .seconds(5)) async {
        var alarm = Alarm(readModels: readModels, interval: interval)
        var last: String?
        while !Task.isCancelled {
            // Before the position is asked: what moves after that wakes.
            await alarm.set()
            let remark = await catchUpRemark()
            // What the cancellation itself cut off is nobody's business.
            if let remark, remark != last, !Task.isCancelled {
                Logger.current.warning("\(remark)")
            }
            last = remark
            await alarm.wait()
        }
    }
}

/// Wakes a follower when somebody moves the read models, and from time to time in any case.
private struct Alarm {
    let readModels: ReadModels
    let interval: Duration
    private var session: Connection?

    /// How soon a session is tried for again where there was none to be had.
    private static let pause = Duration.seconds(1)

    init(readModels: ReadModels, interval: Duration) {
        self.readModels = readModels
        self.interval = interval
    }

    /// Listens, unless it does.
    mutating func set() async {
        if session == nil { session = try? await readModels.listener() }
    }

    /// Sleeps until it is woken; a session that is lost wakes, too, for it may have missed something.
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
