public import CaseModel

/// A name that an actor has or had.
public struct DatedName: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Since when; nil if not stated.
    public internal(set) var from: EDTFDate?
    /// Until when; nil if it is not stated, or still in use.
    public internal(set) var to: EDTFDate?
    /// Its language (BCP 47); nil if not stated.
    public internal(set) var language: String?
    /// Its script (ISO 15924); nil if not stated.
    public internal(set) var script: String?
    /// The events that give it another beginning or end than the register does.
    public internal(set) var events: [EventReference] = []
}

/// The names of an actor over time: those of its register, those of actors merged into it, and those
/// that renamings give and take.
struct DatedNames {
    /// The names: that of the register first, then in order of mention.
    private(set) var all: [DatedName] = []

    /// - Parameters:
    ///   - actor: the actor.
    ///   - renamings: the events that rename it, in order of time.
    ///   - registers: of the actor, and of those merged into it.
    init(of actor: ActorSlug, _ renamings: [Event], _ registers: Registers) {
        let merged = registers.merges.merged(into: [actor])
        for register in ([actor] + merged).compactMap({ registers.actors[$0] }) {
            add(register.name)
            register.also.forEach { add($0) }
            register.names.forEach { add($0) }
        }
        for event in renamings {
            guard case .entityRenamed(let renamed) = event.body.content else { continue }
            change(renamed.old, by: event) { $0.to = event.body.occurred ?? $0.to }
            change(renamed.new, by: event) { $0.from = event.body.occurred ?? $0.from }
        }
    }

    private mutating func add(_ name: String) {
        guard place(of: name) == nil else { return }
        all.append(DatedName(name: name))
    }

    private mutating func add(_ stated: ActorName) {
        add(stated.name)
        guard let place = place(of: stated.name) else { return }
        all[place].from = stated.from ?? all[place].from
        all[place].to = stated.to ?? all[place].to
        all[place].language = stated.language ?? all[place].language
        all[place].script = stated.script ?? all[place].script
    }

    private mutating func change(
        _ name: String, by event: Event, _ change: (inout DatedName) -> Void
    ) {
        add(name)
        guard let place = place(of: name) else { return }
        change(&all[place])
        all[place].events.append(event.reference)
    }

    /// Names are equal byte by byte, as all texts of the record.
    private func place(of name: String) -> Int? {
        all.firstIndex { $0.name.utf8.elementsEqual(name.utf8) }
    }
}
