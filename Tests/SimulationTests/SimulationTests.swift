import Foundation
import Testing

@Suite("A simulation of writers, log and projector")
struct SimulationTests {
    /// How many seeds are tried: 2,000, or as many as `CASES_SEEDS` says.
    private static let seeds =
        ProcessInfo.processInfo.environment["CASES_SEEDS"].flatMap { UInt64($0) } ?? 2_000

    @Test("finds no promise broken, whatever is lost, repeated, late or crashes")
    func holds() throws {
        for seed in 0..<SimulationTests.seeds {
            var simulation = try Simulation(seed: seed)
            do { try simulation.run() } catch {
                Issue.record("seed \(seed): \(error)")
                return
            }
        }
    }

    @Test("finds each planted bug within 200 seeds", arguments: Bug.allCases)
    func finds(_ bug: Bug) throws {
        let seed = try (0..<UInt64(200)).first { seed in
            var simulation = try Simulation(seed: seed, bug: bug)
            do {
                try simulation.run()
                return false
            } catch is Simulation.Broken {
                return true
            }
        }
        #expect(seed != nil, "\(bug) was not found")
    }

    @Test("of one seed takes the same course each time")
    func repeats() throws {
        func promise(_ seed: UInt64) throws -> String? {
            var simulation = try Simulation(seed: seed, bug: .logForgetsIDs)
            do {
                try simulation.run()
                return nil
            } catch let broken as Simulation.Broken {
                return broken.promise
            }
        }
        for seed in UInt64(0)..<50 { #expect(try promise(seed) == promise(seed)) }
    }
}
