import NIOCore

/// Closes the connection of a client that takes nothing of its answer for thirty seconds.
final class StalledClient: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = Any
    typealias OutboundOut = Any

    private var pending = 0
    private var timeout: Scheduled<Void>?

    private static let limit = TimeAmount.seconds(30)

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let done = promise ?? context.eventLoop.makePromise()
        pending += 1
        if timeout == nil { wait(context) }
        done.futureResult.assumeIsolated().whenComplete { _ in self.taken(context) }
        context.write(data, promise: done)
    }

    func handlerRemoved(context: ChannelHandlerContext) { timeout?.cancel() }

    /// A part has gone out: the others have as long again.
    private func taken(_ context: ChannelHandlerContext) {
        pending -= 1
        timeout?.cancel()
        timeout = nil
        if pending > 0 { wait(context) }
    }

    private func wait(_ context: ChannelHandlerContext) {
        timeout = context.eventLoop.assumeIsolated().scheduleTask(in: StalledClient.limit) {
            context.close(promise: nil)
        }
    }
}
