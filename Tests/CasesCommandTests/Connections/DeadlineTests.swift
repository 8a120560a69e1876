import Postgres
import TestSupport
import Testing

@Suite("The deadline of a whole command", .serialized, .timeLimit(.minutes(10)))
struct DeadlineTests {
    /// The append would be tried for 30 seconds.
    @Test("ends a command that waits, with exit code 75")
    func waiting() async throws {
        try await Desk.withAcme { desk in
            try await desk.database.withConnection { holder in
                try await holder.run(
                    script: "BEGIN; UPDATE \"\(desk.workspace)\".head SET position = position")
                var hasty = desk
                hasty.program.environment["CASES_DEADLINE"] = "1"
                let told = try await hasty.run("open", "other", "--title", "Other")
                #expect(told.exitCode == 75)
                #expect(
                    told.errors == """
                        cases: the command was given up after 1 seconds (CASES_DEADLINE)
                               run the same command again: nothing is recorded twice

                        """)
                try await holder.run(script: "ROLLBACK")
            }
        }
    }

    @Test("is a number of seconds")
    func number() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: ["CASES_DEADLINE": "soon"], folder: folder)
            let told = try await program.run(["types"])
            #expect(told.exitCode == 64)
            #expect(
                told.errors == """
                    cases: CASES_DEADLINE must be a number of seconds from 0 to 31536000
                           0 stands for no limit; where it is not set, most commands have 900 seconds

                    """)
        }
    }
}
