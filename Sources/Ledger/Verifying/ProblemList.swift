/// The problems that were found: the first thousand, and how many more there are.
struct ProblemList: Equatable, Sendable {
    private var problems: [Problem] = []
    private(set) var further = 0

    mutating func note(_ kind: Problem.Kind, at position: Int64) {
        if problems.count < Verification.problemLimit {
            problems.append(Problem(position: position, kind: kind))
        } else {
            further += 1
        }
    }

    mutating func add(_ other: ProblemList) {
        for problem in other.problems { note(problem.kind, at: problem.position) }
        further += other.further
    }

    /// The problems by position; those of one position in the order in which they were found.
    var inOrder: [Problem] {
        problems.enumerated().sorted {
            ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
        }.map(\.element)
    }
}
