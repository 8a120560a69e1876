import CanonicalJSON
import CaseModel

/// Who owns what, as statements of the Beneficial Ownership Data Standard 0.4.
///
/// Of other events it holds nothing. Dates of the standard are days, so a vague date stands in a note
/// only, and a share that is not decimal as the bounds that contain it.
struct OwnershipStatements {
    private let record: ExchangeRecord
    private var statements: [JSONValue] = []
    private var stated: Set<EventID> = []
    private var loss: LossReport

    init(_ record: ExchangeRecord) {
        self.record = record
        loss = LossReport("bods", leftOut: record.leftOut)
        let owned = OwnershipStatements.involved(record)
        // The standard wants things before what is said of them.
        let isRegister = { (event: Event) in event.stream.kind == .actor }
        for event in record.events.filter(isRegister) { take(event, owned) }
        for event in record.events where !isRegister(event) { take(event, owned) }
    }

    /// The statements, things before what is said of them.
    var exchanged: Exchanged {
        let text = String(decoding: JSONValue.array(statements).canonicalBytes(), as: UTF8.self)
        return Exchanged(lines: [text], loss: loss)
    }

    /// The assets and owners that statements are about, where the standard has them.
    private static func involved(_ record: ExchangeRecord) -> Set<Slug> {
        record.events.reduce(into: []) { involved, event in
            guard case .ownershipStated(let stated) = event.body.content else { return }
            involved.insert(stated.asset.slug)
            if case .owned(let owner, _, _) = stated.ownership { involved.insert(owner.slug) }
        }
    }

    private mutating func take(_ event: Event, _ involved: Set<Slug>) {
        switch event.body.content {
        case .actorRegistered(let actor) where involved.contains(event.stream.slug):
            add(actor.type == .person ? person(actor, event) : entity(actor, event), of: event)
        case .ownershipStated where record.doubts[event.id].map({ $0 != .disputed }) ?? false:
            loss.leaveOut(event, "it is \(record.doubts[event.id]?.rawValue ?? "")")
        case .ownershipStated(let stated) where isEntity(stated.asset):
            add(relationship(stated, event), of: event)
        case .ownershipStated:
            loss.leaveOut(event, "the standard knows no owners of a person")
        default:
            loss.leaveOut(event, "it says nothing of owners")
        }
    }

    private mutating func add(_ statement: JSONObject, of event: Event) {
        statements.append(.object(statement))
        var texts = WrittenTexts()
        JSONValue.object(statement).collectTexts(into: &texts)
        loss.keep(event, texts)
    }

    /// A country with its name, which the standard demands: that of the state in the record, else the
    /// code.
    private func country(_ code: String) -> JSONValue {
        ["name": .string(record.stateNames[code] ?? code), "code": .string(code)]
    }

    private func isEntity(_ actor: ActorSlug) -> Bool {
        record.actorTypes[actor.slug].map { $0 != .person } ?? false
    }
}

extension OwnershipStatements {
    private func statement(
        _ kind: String, _ record: String, subject: String, _ event: Event, _ details: JSONObject
    ) -> JSONObject {
        let day = String(event.recordedAt.text.prefix(10))
        return [
            "statementId": .string(EventID(name: "bods/\(event.id.text)").text),
            "statementDate": .string(day), "declarationSubject": .string(subject),
            "recordId": .string(record), "recordType": .string(kind), "recordStatus": "new",
            "recordDetails": .object(details),
            "publicationDetails": [
                "publicationDate": .string(day), "bodsVersion": "0.4",
                "publisher": ["name": "A record of cases"],
            ],
        ]
    }

    private func entity(_ actor: ActorRegistered, _ event: Event) -> JSONObject {
        var details: JSONObject = [
            "isComponent": false, "name": .string(actor.name), "entityType": actor.type.bodsType,
        ]
        if !actor.also.isEmpty {
            details["alternateNames"] = .array(actor.also.map(JSONValue.string))
        }
        if let code = actor.country?.code {
            details["jurisdiction"] = country(code)
        }
        if !actor.ids.isEmpty {
            details["identifiers"] = .array(
                actor.ids.map { ["schemeName": .string($0.scheme), "id": .string($0.id)] })
        }
        return statement("entity", event.stream.text, subject: event.stream.text, event, details)
    }

    private func person(_ actor: ActorRegistered, _ event: Event) -> JSONObject {
        let details: JSONObject = [
            "isComponent": false, "personType": "knownPerson",
            "names": .array(([actor.name] + actor.also).map { ["fullName": .string($0)] }),
        ]
        return statement("person", event.stream.text, subject: event.stream.text, event, details)
    }

    private func relationship(_ stated: OwnershipStated, _ event: Event) -> JSONObject {
        let asset = "actor/\(stated.asset)"
        var details: JSONObject = ["isComponent": false, "subject": .string(asset)]
        switch stated.ownership {
        case .owned(let owner, let share, let direct):
            details["interestedParty"] = .string("actor/\(owner)")
            details["interests"] = [.object(BODSInterest.json(share, direct, event.body.occurred))]
        case .undisclosed:
            details["interestedParty"] = [
                "reason": "informationUnknownToPublisher",
                "description": "the source says that the owner is not disclosed",
            ]
            details["interests"] = [["type": "unknownInterest", "directOrIndirect": "unknown"]]
        }
        var statement = statement("relationship", event.name, subject: asset, event, details)
        statement["source"] = BODSInterest.source(of: event)
        statement["annotations"] = BODSInterest.annotations(of: event, record.doubts[event.id])
        return statement
    }
}

extension ActorType {
    fileprivate var bodsType: JSONValue {
        switch self {
        case .company: ["type": "registeredEntity"]
        case .agency, .court:
            ["type": "stateBody", "subtype": "other", "details": .string(rawValue)]
        case .state: ["type": "state"]
        default: ["type": "unknownEntity", "details": .string(rawValue)]
        }
    }
}

extension JSONValue {
    /// Collects every text of the value, the names of things as the record writes them.
    fileprivate func collectTexts(into texts: inout WrittenTexts) {
        switch self {
        case .string(let text):
            texts.insert(text)
            if text.hasPrefix("actor/") { texts.insert(String(text.dropFirst("actor/".count))) }
        case .integer(let number): texts.insert(String(number))
        case .bool(let flag): texts.insert(flag ? "true" : "false")
        case .array(let elements): for element in elements { element.collectTexts(into: &texts) }
        case .object(let object):
            for member in object.members { member.value.collectTexts(into: &texts) }
        case .null: break
        }
    }
}
