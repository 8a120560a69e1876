/// Why a use case failed: what, where, and what to do.
///
/// Its text may quote a short name that the user gave, never the content of a recorded event.
package struct CaseworkError: Error, Hashable, Sendable {
    /// The kind of failure, as machine-readable errors name it.
    package enum Code: String, Sendable {
        case usage
        case badJSON = "bad_json"
        case badEvent = "bad_event"
        case badReference = "bad_reference"
        case idConflict = "id_conflict"
        case versionConflict = "version_conflict"
        case notFound = "not_found"
        case unreadable
        case unreachable
        case cannotWrite = "cannot_write"
        case tryAgain = "try_again"
        case notPermitted = "not_permitted"
        case notConsistent = "not_consistent"
        case `internal`
    }

    /// The kind of failure.
    package let code: Code
    /// The outcome of an attempt to record.
    package enum Outcome: Hashable, Sendable {
        /// Nothing was recorded.
        case nothing
        /// Whether it was recorded is unknown; repeating the same attempt will tell.
        case unknown
        /// This many events were recorded before it stopped.
        case events(Int)
        /// At least this many events were recorded; the outcome of the events after them is
        /// unknown.
        case atLeast(Int)
    }

    /// What is wrong, without the outcome.
    package let problem: String
    /// What was recorded despite the failure; nil if nothing was to be recorded.
    package let outcome: Outcome?
    /// What to do, in one sentence without its full stop; empty if the faults say it.
    package let hint: String
    /// What is wrong with the input, place by place.
    package let faults: [LocatedFault]

    /// Creates a failure with its remedy.
    package init(
        _ code: Code, _ problem: String, _ outcome: Outcome? = nil, hint: String = "",
        faults: [LocatedFault] = []
    ) {
        self.code = code
        self.problem = problem
        self.outcome = outcome
        self.hint = hint
        self.faults = faults
    }

    /// What is wrong and what was recorded nevertheless, in one sentence without its full stop.
    package var message: String {
        [problem, outcome?.words].compactMap(\.self).joined(separator: "; ")
    }

    /// The failure of an attempt that had recorded this many events before it failed.
    func after(_ done: Int) -> CaseworkError {
        guard done > 0 else { return self }
        let all: Outcome = outcome == .unknown ? .atLeast(done) : .events(done)
        return CaseworkError(code, problem, all, hint: hint, faults: faults)
    }
}

extension CaseworkError.Outcome {
    fileprivate var words: String {
        switch self {
        case .nothing: "nothing was recorded"
        case .unknown: "whether it was recorded is not known"
        case .events(let count): "\(count) events were recorded before it stopped"
        case .atLeast(let count): "at least \(count) events were recorded before it stopped"
        }
    }
}

extension CaseworkError.Code {
    /// The exit code (from sysexits.h if it has one), the same with and without `--json`.
    package var exitCode: Int32 {
        switch self {
        case .notConsistent: 1
        case .versionConflict: 3
        case .notFound: 4
        case .usage: 64
        case .badJSON, .badEvent, .badReference, .idConflict: 65
        case .unreadable: 66
        case .unreachable: 69
        case .internal: 70
        case .cannotWrite: 73
        case .tryAgain: 75
        case .notPermitted: 77
        }
    }
}
