import CaseModel
import EventLog

extension EventLog {
    /// Every stream of the workspace.
    func streamNames() async throws(CaseworkError) -> [StreamName] {
        var names: [StreamName] = []
        for kind in StreamName.Kind.allCases {
            names += try await asking { () async throws(EventLogError) in
                try await streams(kind).map(\.stream)
            }
        }
        return names
    }
}
