import Foundation

/// The real cases that come with the program.
package enum Fixtures {
    /// The path of their folder.
    package static var path: String { folder.path }

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    /// What a command must answer, worked out by hand.
    package static func expected(_ name: String) throws -> JSON {
        try JSON(try Data(contentsOf: folder.appendingPathComponent("expected/\(name)")))
    }
}
