import CaseModel
import Casework
import Pages
import TestSupport
import Testing

extension Desk {
    /// The site of the record as it stands now.
    func site() async throws -> Site {
        let record = try await DatabaseChoice(
            address: database.address, workspace: workspace, environment: [:]
        ).open(for: .reading)
        return try await Site(record.reader).snapshot()
    }

    /// The text of a page at an address.
    func page(_ address: String) async throws -> String {
        let named = try #require(SitePath.named(address))
        return try await site().page(at: named.path).text(in: named.format)
    }
}
