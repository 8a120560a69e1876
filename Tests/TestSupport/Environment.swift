import Foundation

/// What the environment says of `name`; nil where it says nothing.
func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
}
