import Foundation
import ServiceLifecycle

/// Ends the program ten seconds after it was told to stop, even if a client still takes an answer.
struct LastCall: Service {
    private static let seconds = 10

    func run() async throws {
        try await gracefulShutdown()
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(LastCall.seconds)) {
            // What is cut off is an answer, which the client can ask for again. An event that was being
            // recorded is recorded or not, and recognised when it is sent again.
            _exit(0)
        }
    }
}
