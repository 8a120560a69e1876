import Dispatch

/// Does work that blocks its thread on a thread that no task is waiting for.
func awayFromTasks<Value: Sendable>(
    _ work: @escaping @Sendable () throws(ServerError) -> Value
) async throws(ServerError) -> Value {
    let result: Result<Value, ServerError> = await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
            continuation.resume(returning: Result { () throws(ServerError) in try work() })
        }
    }
    return try result.get()
}
