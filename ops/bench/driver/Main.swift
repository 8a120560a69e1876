import Casework
import Foundation

/// What the benchmark asks of the program itself. It is run by `ops/bench/run`:
///
///     cases-bench append       ADDRESS WORKSPACE SECONDS EVENTS NAME BODY
///     cases-bench append-tasks ADDRESS WORKSPACE SECONDS TASKS NAME BODY
///     cases-bench replay       ADDRESS WORKSPACE
///     cases-bench load         ADDRESS WORKSPACE SECONDS FIRST LAST
///     cases-bench owners       ADDRESS WORKSPACE ACTOR
///
/// It opens the record, says `ready`, waits for a line, does its work, and prints a line of JSON:
/// the laps of each writer or reader. So no clock runs while a process starts, and several can be
/// let go at once.
@main
enum CasesBench {
    static func main() async {
        do {
            let job = try Job(CommandLine.arguments)
            let record = try await job.open()
            tell("ready", .standardOutput)
            _ = readLine()
            tell(Laps.line(try await job.work(on: record)), .standardOutput)
        } catch {
            tell("cases-bench: \(error)", .standardError)
            exit(70)
        }
    }

    private static func tell(_ line: String, _ handle: FileHandle) {
        handle.write(Data((line + "\n").utf8))
    }
}
