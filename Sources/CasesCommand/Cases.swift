import ArgumentParser

/// The command `cases`.
struct Cases: AsyncParsableCommand, Exampled {
    static let example = "cases timeline nexperia-seizure"

    static let configuration = CommandConfiguration(
        commandName: "cases",
        abstract: "Records disputes between states over technology: who did what to whom, when, "
            + "in response to what, and according to which source.",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "RECORD",
                subcommands: [
                    AddEvent.self, AddActor.self, AddSource.self, Open.self, Close.self,
                    Correct.self, Retract.self, Withdraw.self,
                    Import.self,
                ]),
            CommandGroup(
                name: "READ",
                subcommands: [
                    List.self, Show.self, ShowTimeline.self, ShowChain.self, ShowConflicts.self,
                    Search.self, ShowWhy.self, ShowDiff.self, ShowSources.self, ShowMeasures.self,
                    ShowActors.self, Types.self, Export.self,
                ]),
            CommandGroup(
                name: "MAINTENANCE",
                subcommands: [
                    Verify.self, Rebuild.self, ShowProjections.self, Doctor.self,
                    Database.self, Completion.self,
                ]),
        ])
}
