import ArgumentParser

/// The command `cases`.
@main
struct Cases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cases", abstract: "Record disputes between states over technology.")
}
