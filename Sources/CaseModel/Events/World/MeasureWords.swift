/// What kind of act with legal or practical effect a measure is.
public enum MeasureKind: String, Word {
    case exportBan = "export_ban"
    case exportLicenceRequirement = "export_licence_requirement"
    case exportCap = "export_cap"
    case exportSuspension = "export_suspension"
    case entityListing = "entity_listing"
    case importBan = "import_ban"
    case tariff
    case investmentScreening = "investment_screening"
    case controlSeizure = "control_seizure"
    case managementIntervention = "management_intervention"
    case technologyControl = "technology_control"
    case foreignCustomerLimit = "foreign_customer_limit"
    case knowYourCustomerRule = "know_your_customer_rule"
    case financingBan = "financing_ban"
    case generalLicence = "general_licence"
    case exemption
    case fine
    case other
}

extension MeasureKind {
    /// The default direction of a measure of this kind.
    public var direction: Direction {
        switch self {
        case .generalLicence, .exemption: .eases
        default: .restricts
        }
    }
}

/// Whether an act restricts its targets, or eases a restriction.
public enum Direction: String, Word {
    case restricts, eases

    /// The other direction.
    public var opposite: Direction { self == .restricts ? .eases : .restricts }
}

/// What is extended: the measure, its suspension or its non-enforcement.
public enum ExtendedPart: String, Word {
    case measure, suspension
    case nonEnforcement = "non_enforcement"
}

/// The stage of a measure that is not yet in force.
public enum MeasureStage: String, Word {
    case proposed, adopted
}

/// How a measure ended.
public enum MeasureEnd: String, Word {
    case revoked, expired, superseded
    case struckDown = "struck_down"
    case lapsedNeverInForce = "lapsed_never_in_force"
}
