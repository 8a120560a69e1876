import EventLog
import Logging
import ReadModels

extension Rebuilder {
    /// Keeps the read models up to date until the task is cancelled.
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
