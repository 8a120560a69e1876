import Foundation
import RandomSupport
import TestSupport
import Testing

@Suite("A server that dies under a rebuild", .serialized)
struct ServerCrashTests {
    private let record = MadeUpRecord(cases: 8, happenings: 4)
    private let command = ["rebuild", "--workers", "4"]

    @Test("at any moment has the old read models or the new ones; the next rebuild ends it")
    func postmaster() async throws {
        let seed: UInt64 = 20_310_409
        var random = SplitMix(seed: seed)
        try await OwnServer.use { server in
            let sides = try await Sides.begin(server.desk, record)
            let passages = try await passages(server.desk)
            var (resumed, old) = (0, 0)
            for moment in Moment.twenty(of: passages, &random) {
                let comment: Comment = "seed \(seed), \(moment)"
                let end = try await kill(server, moment, sides, comment)
                old += end.isOld ? 1 : 0
                resumed += end.isResumed ? 1 : 0
            }
            // Of the steps most lie between the first row written and the last.
            #expect(old > 0 && resumed > 0, "seed \(seed)")
            #expect(try await server.desk.run("rebuild", "--check").exitCode == 0)
            #expect(try await server.desk.run("verify").exitCode == 0)
        }
    }

    /// Builds the gate, and gives the statements of a whole rebuild that pass it.
    private func passages(_ desk: Desk) async throws -> [String] {
        var passages: [String] = []
        try await Gate.use(desk) { gate in
            passages = try await gate.passages { try await desk.done(command) }
        }
        return passages
    }

    /// Kills the server's first process under a rebuild, with a reader beside it, and rebuilds again.
    private func kill(
        _ server: OwnServer, _ moment: Moment, _ sides: Sides, _ comment: Comment
    ) async throws -> (isOld: Bool, isResumed: Bool) {
        let desk = server.desk
        try await sides.age()
        var (isOld, isResumed) = (false, false)
        let sights = try await sides.watched {
            try await die(server, moment, comment)
            isOld = try await sides.isOld(comment)
            try await desk.sql("DELETE FROM WS.gate")
            let again = try await desk.done(command + ["--json"])
            #expect(ToldReadModel.all(in: try JSON(again.stdout)) == sides.new, comment)
            #expect(try await sides.digests() == .new, comment)
            isResumed = again.errors.contains("taking up an unfinished rebuild")
        }
        check(sights, comment)
        return (isOld, isResumed)
    }

    /// Starts a rebuild and kills the server's first process at its moment.
    private func die(_ server: OwnServer, _ moment: Moment, _ comment: Comment) async throws {
        let postmaster = try await server.postmaster()
        try await Gate.take(server.desk) { gate in
            try await gate.shut(before: moment.step)
            let rebuild = try server.desk.program.start(command)
            try await gate.awaitArrival()
            if moment.goesOn { try await gate.open() }
            Foundation.kill(postmaster, SIGKILL)
            let told = try await rebuild.outcome()
            // One that goes on may just have ended.
            let codes: [Int32] = moment.goesOn ? [0, 69, 75] : [69, 75]
            #expect(codes.contains(told.exitCode), "\(comment): \(told.errors)")
        }
    }

    /// That a reader had the old rows, then the new ones, and nothing else but no answer.
    private func check(_ sights: [Sides.Sight], _ comment: Comment) {
        let answers = sights.filter { ![.nothing(69), .nothing(75)].contains($0) }
        let old = answers.prefix { $0 == .old }
        #expect(!old.isEmpty, comment)
        #expect(answers.dropFirst(old.count).filter { $0 != .new } == [], comment)
    }

    @Test("of which one session is killed comes back likewise")
    func session() async throws {
        try await OwnServer.use { server in
            let desk = server.desk
            let sides = try await Sides.begin(desk, record)
            try await Gate.use(desk) { gate in
                // At the thirtieth step some workers have written their rows, others have not.
                try await gate.shut(before: 30)
                let rebuild = try desk.program.start(command)
                try await gate.awaitArrival()
                let process = try #require(try await gate.waiting().first.flatMap { Int32($0) })
                // PostgreSQL then ends all sessions, and begins again.
                Foundation.kill(process, SIGKILL)
                let told = try await rebuild.outcome()
                #expect([69, 75].contains(told.exitCode), "\(told.errors)")
            }
            try await eventually("the server is back") {
                try await desk.run("projections").exitCode == 0
            }
            #expect(try await sides.isOld())
            try await desk.sql("DELETE FROM WS.gate")
            #expect(try await desk.rebuilt("--workers", "4") == sides.new)
            #expect(try await !sides.isOld())
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        }
    }
}
