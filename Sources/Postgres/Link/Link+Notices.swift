import CLibPQ

extension Link {
    /// Takes in what the server says beside its answers.
    ///
    /// A notice may quote rows, and libpq would print it: it goes nowhere. But one is remembered, by the
    /// name of the function that it comes from, for its text may be in any language: that a wait for a
    /// standby was cancelled, while the answer says that all is well.
    @unsafe
    func heedNotices() {
        unsafe _ = PQsetNoticeReceiver(
            handle,
            { context, notice in
                guard let context = unsafe context,
                    let origin = unsafe PQresultErrorField(notice, Int32(UInt8(ascii: "R"))),
                    unsafe String(cString: origin) == "SyncRepWaitForLSN"
                else { return }
                // The link owns the connection that calls this: it is there as long as that is.
                unsafe Unmanaged<Link>.fromOpaque(context).takeUnretainedValue()
                    .hasLeftStandby = true
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Refuses an answer behind which the server did not wait for its standby.
    func requireStandby() throws(PostgresError) {
        guard hasLeftStandby else { return }
        hasLeftStandby = false
        throw .lost(
            message: "the server's wait for a standby was cancelled: what was committed is on the "
                + "server, and perhaps not on the standby", outcomeUnknown: true)
    }
}
