import Postgres
import TestSupport
import Testing

@Suite("A notification on the workspace's channel", .serialized, .timeLimit(.minutes(10)))
struct NoticeTests {
    @Test("follows every move of the read models, and no append")
    func sent() async throws {
        try await Desk.withAcme { desk in
            try await desk.database.withConnection { listener in
                try await listener.listen(to: "\(desk.workspace).projection")
                try await desk.done("add-actor", "x", "--name", "X", "--type", "group")
                #expect(try await listener.waitForNotification(.seconds(500)))
                try await desk.done("rebuild")
                #expect(try await listener.waitForNotification(.seconds(500)))
                while try await listener.waitForNotification(.milliseconds(200)) {}
                try await desk.appendBySQL()
                try await desk.done("list")
                #expect(try await !listener.waitForNotification(.milliseconds(200)))
                try await desk.done("rebuild", "--check")
                #expect(try await listener.waitForNotification(.seconds(500)))
            }
        }
    }
}
