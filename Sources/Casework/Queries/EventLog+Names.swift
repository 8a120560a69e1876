import CaseModel
import EventLog

extension EventLog {
    /// Every stream of the workspace.
    func streamNames() async throws -> [StreamName] {
        var names: [StreamName] = []
        for kind in StreamName.Kind.allCases {
            names += try await streams(kind).map(\.stream)
        }
        return names
    }
}
