import Casework

/// One run of the driver: what is measured, and where.
struct Job {
    private let name: String
    private let address: String
    private let workspace: String
    private let rest: [String]

    /// An argument that is missing or no number: `ops/bench/run` gives them all.
    struct Misuse: Error {}

    init(_ arguments: [String]) throws(Misuse) {
        guard arguments.count > 3 else { throw Misuse() }
        (name, address, workspace) = (arguments[1], arguments[2], arguments[3])
        rest = Array(arguments.dropFirst(4))
    }

    /// Opens the record as every command does.
    func open() async throws -> CaseRecord {
        let choice = try DatabaseChoice(
            address: address, workspace: workspace, environment: [:])
        return try await choice.open(for: name.hasPrefix("append") ? .writing : .reading)
    }

    /// Does the work and says how long it took.
    func work(on record: CaseRecord) async throws -> [Laps] {
        switch name {
        case "append":
            let events = try SampleEvents(writer: try text(2), body: try text(3))
            return [try await record.append(events, by: try number(1), for: try seconds())]
        case "append-tasks":
            let writers = try (0..<number(1)).map { task in
                try SampleEvents(writer: "\(try text(2))-\(task)", body: try text(3))
            }
            return try await record.append(from: writers, for: try seconds())
        case "replay":
            return [try await record.replay()]
        case "load":
            return [try await record.load(try number(1)...(try number(2)), for: try seconds())]
        case "owners":
            return [try await record.rollUp(try text(0))]
        default:
            throw Misuse()
        }
    }

    private func seconds() throws(Misuse) -> Duration { .seconds(try number(0)) }

    private func text(_ index: Int) throws(Misuse) -> String {
        guard rest.indices.contains(index) else { throw Misuse() }
        return rest[index]
    }

    private func number(_ index: Int) throws(Misuse) -> Int {
        guard let number = Int(try text(index)) else { throw Misuse() }
        return number
    }
}
