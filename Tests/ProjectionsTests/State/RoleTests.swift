import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Roles")
struct RoleTests {
    private let role: JSONObject = ["person": "jo", "organisation": "acme", "role": "chief"]

    private func changed(_ how: String) -> JSONObject {
        var data = role
        data["how"] = .string(how)
        return data
    }

    private func line(_ history: History) throws -> [String] {
        try history.state().roles.map {
            "\($0.role) \($0.status.rawValue) since \($0.since?.text ?? "nil") by \($0.setBy)"
        }
    }

    @Test("are held, suspended, lost and given back by dated changes, in order of time")
    func changes() throws {
        var history = try History().happened("d", "role.changed", "2031-04", changed("reinstated"))
        #expect(try line(history) == ["chief in_office since 2031-04 by acme/d"])
        history = try history.happened("a", "role.changed", "2031-01", changed("appointed"))
            .happened("b", "role.changed", "2031-02", changed("suspended"))
        #expect(try line(history) == ["chief in_office since 2031-04 by acme/d"])
        history = try history.happened("e", "role.changed", "2031-05", changed("removed"))
        #expect(try line(history) == ["chief removed since 2031-05 by acme/e"])
        history = try history.happened("f", "role.changed", "2031-06", changed("suspended"))
        #expect(try line(history) == ["chief suspended since 2031-06 by acme/f"])
    }

    @Test("are held where somebody says so, with a date or without")
    func stated() throws {
        for date in ["2031-04", nil] {
            let history = try History().happened("a", "role.stated", date, role)
            #expect(try line(history) == ["chief in_office since \(date ?? "nil") by acme/a"])
        }
    }

    @Test("that are stated without a date do not undo what is dated")
    func undatedStatement() throws {
        for (name, data) in [("role.stated", role), ("role.changed", changed("appointed"))] {
            let history = try History().happened("a", name, nil, data)
                .happened("b", "role.changed", "2031-04", changed("removed"))
            #expect(try line(history) == ["chief removed since 2031-04 by acme/b"])
        }
    }

    @Test("that are lost or given back at an unknown time are so")
    func undatedChange() throws {
        let held = try History().happened("a", "role.changed", "2031-04", changed("suspended"))
        let removed = try held.happened("b", "role.changed", nil, changed("removed"))
        #expect(try line(removed) == ["chief removed since nil by acme/b"])
        let reinstated = try held.happened("b", "role.changed", nil, changed("reinstated"))
        #expect(try line(reinstated) == ["chief in_office since nil by acme/b"])
    }

    @Test("are told apart by the bytes of their names, and stand in order")
    func identity() throws {
        func held(_ person: String, _ role: String, _ key: String, _ history: History) throws
            -> History
        {
            try history.happened(
                key, "role.stated", "2031",
                ["person": .string(person), "organisation": "acme", "role": .string(role)])
        }
        var history = try held("jo", "pre\u{301}sident", "a", History())
        history = try held("jo", "pr\u{e9}sident", "b", history)
        history = try held("jo", "chief", "c", history)
        history = try held("al", "z", "d", history)
        let roles = try history.state().roles
        #expect(roles.map(\.setBy.description) == ["acme/d", "acme/c", "acme/a", "acme/b"])
    }
}
