import CanonicalJSON

extension Draft {
    /// The country codes in it that nothing is recorded with: those of its own fields, and those
    /// that a correction or a claim gives to the field of another event.
    package var countryFaults: [Fault] {
        let data = JSONPointer.root.appending("data")
        switch body.content {
        case .eventCorrected(let correction):
            return correction.set.members.flatMap { member in
                guard Draft.countryPaths.contains(member.name) else { return [Fault]() }
                return faults(of: member.value, at: data.appending("set").appending(member.name))
            }
        case .claimAdded(let claim) where Draft.countryPaths.contains(claim.field.path):
            return faults(of: claim.value, at: data.appending("value"))
        default:
            return type.countryFields.flatMap { name in
                guard let value = document.root["data"]?[name]?.value else { return [Fault]() }
                return faults(of: value, at: data.appending(name))
            }
        }
    }

    private func faults(of value: JSONValue, at path: JSONPointer) -> [Fault] {
        guard let text = value.string, let country = try? Country(spelling: text),
            let refusal = country.refusal
        else { return [] }
        return [Fault(at: path, refusal.message, hint: refusal.hint)]
    }

    /// The paths of all fields that hold a country.
    private static let countryPaths: Set<String> = Set(
        EventType.all.flatMap { type in type.countryFields.map { "data." + $0 } })
}

extension EventType {
    /// The fields of its data that hold a country.
    fileprivate var countryFields: [String] {
        shape.fields.filter { $0.shape == Country.shape }.map(\.name)
    }
}
