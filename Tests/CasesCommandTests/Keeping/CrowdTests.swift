import RandomSupport
import TestSupport
import Testing

@Suite("Many at once", .serialized)
struct CrowdTests {
    private func deed(_ key: String, _ more: String...) -> [String] {
        AddEventTests.deed + ["--undated", "--no-source", "x", "--key", key, "--json"] + more
    }

    @Test("Sixteen processes append while some are killed: no gap, no double, nothing told is lost")
    func killed() async throws {
        let seed: UInt64 = 20_310_402
        var random = SplitMix(seed: seed)
        try await Desk.withAcme { desk in
            var told: [String: JSON] = [:]
            var killed: [String] = []
            for round in 1...4 {
                let keys = (1...16).map { "deed-\(round)-\($0)" }
                // Half are left alone; the others are killed some time within what one takes.
                let ends = keys.indices.map {
                    $0 % 2 == 0 ? nil : Int.random(in: 0...120, using: &random)
                }
                let outcomes = try await crowd(zip(keys, ends).map { ($0, $1) }, at: desk)
                for (key, outcome) in outcomes {
                    if let answer = try? JSON(outcome.stdout) {
                        told[key] = answer["recorded"].elements.first
                    } else {
                        killed.append(key)
                        #expect(outcome.wasKilled, "\(key): \(outcome.errors)")
                    }
                }
            }
            #expect(told.count >= 32, "seed \(seed)")
            #expect(!killed.isEmpty, "seed \(seed)")
            // Who was killed asks again, and is answered what was recorded, or recorded now.
            for key in killed {
                let again = try JSON(try await desk.done(deed(key)).stdout)
                told[key] = again["recorded"].elements.first
            }
            try await check(told, at: desk)
        }
    }

    /// Runs them all at once; those with an end are killed after so many milliseconds.
    private func crowd(
        _ runs: [(key: String, end: Int?)], at desk: Desk
    ) async throws -> [(String, Outcome)] {
        try await withThrowingTaskGroup(of: (String, Outcome).self) { group in
            for run in runs {
                group.addTask {
                    let running = try desk.program.start(deed(run.key))
                    if let end = run.end {
                        try await Task.sleep(for: .milliseconds(end))
                        running.kill()
                    }
                    return (run.key, try await running.outcome())
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Every answer stands where it was told, each event once, and the log is whole.
    private func check(_ told: [String: JSON], at desk: Desk) async throws {
        let events = try await desk.events()
        #expect(events.count == Int(Acme.count) + told.count)
        #expect(events.map(\.position) == (1...Int64(events.count)).map { $0 })
        #expect(try await desk.head() == Int64(events.count))
        let versions = events.filter { $0.names[0] == "case/acme-seizure" }.map { $0.names[1] }
        #expect(versions == (1...versions.count).map(String.init))
        for (key, line) in told {
            let position = try #require(line["position"].integer)
            let names = events[Int(position) - 1].names
            let version = line["version"].integer.map(String.init)
            #expect(names[1] == version)
            #expect(names[2] == line["id"].string)
            #expect(names[4] == key)
        }
        #expect(try await desk.json("verify")["ok"] == true)
    }

    @Test("Of eight that expect the same version one records, in each of twenty rounds")
    func race() async throws {
        try await Desk.withAcme { desk in
            // The case has three events: its opening, the warning, the seizure.
            for version in 3..<23 {
                let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
                    for racer in 1...8 {
                        let deed = deed("at-\(version)-\(racer)", "--expect-version", "\(version)")
                        group.addTask { try await desk.program.run(deed).exitCode }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }.sorted()
                }
                #expect(codes == [0] + Array(repeating: 3, count: 7), "version \(version)")
            }
            #expect(try await desk.head() == Acme.count + 20)
        }
    }
}
