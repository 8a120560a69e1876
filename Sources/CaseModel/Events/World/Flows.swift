public import CanonicalJSON

/// `transfer.made`: goods or technology move.
public struct TransferMade: Payload {
    /// What moves.
    public let item: String
    /// How much of it, in each unit that the source gives.
    public let quantity: [Quantity]
    /// The sender.
    public let from: ActorSlug?
    /// The recipient.
    public let to: ActorSlug?
    /// What was paid.
    public let value: Money?
    /// Where.
    public let place: String?

    /// The name of the type as recorded.
    public static let type = "transfer.made"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Goods or technology move"
    /// Example fields.
    public static let example: JSONObject = [
        "item": "lamps", "quantity": [["printed": "1,200", "value": 1200, "unit": "lamps"]],
        "to": "acme",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        item = fields.required("item")
        quantity = fields.list("quantity")
        from = fields.optional("from")
        to = fields.optional("to")
        value = fields.optional("value")
        place = fields.optional("place")
    }
}

/// `access.provided`: remote use; nothing is moved.
public struct AccessProvided: Payload {
    /// What is used.
    public let service: String
    /// Who offers it.
    public let provider: ActorSlug
    /// Who uses it.
    public let user: ActorSlug
    /// How much of it, in each unit that the source gives.
    public let quantity: [Quantity]
    /// Where the equipment is.
    public let place: String?

    /// The name of the type as recorded.
    public static let type = "access.provided"
    /// A one-clause description, for `cases types`.
    public static let meaning = "Remote use; nothing moves"
    /// Example fields.
    public static let example: JSONObject = [
        "service": "light by the hour", "provider": "acme", "user": "lamp-hire",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        service = fields.required("service")
        provider = fields.required("provider")
        user = fields.required("user")
        quantity = fields.list("quantity")
        place = fields.optional("place")
    }
}

/// `facility.opened`: a factory or data centre opens, production begins.
public struct FacilityOpened: Payload {
    /// The site.
    public let facility: ActorSlug
    /// What begins there.
    public let what: String
    /// Where it is.
    public let place: String?

    /// The name of the type as recorded.
    public static let type = "facility.opened"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A factory or data centre opens, production begins"
    /// Example fields.
    public static let example: JSONObject = [
        "facility": "acme-north", "what": "production of lamps",
    ]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        facility = fields.required("facility")
        what = fields.required("what")
        place = fields.optional("place")
    }
}

/// `product.made`: a variant is made or offered.
public struct ProductMade: Payload {
    /// The product.
    public let product: String
    /// Who makes it.
    public let maker: ActorSlug

    /// The name of the type as recorded.
    public static let type = "product.made"
    /// A one-clause description, for `cases types`.
    public static let meaning = "A variant is made or offered"
    /// Example fields.
    public static let example: JSONObject = ["product": "a dimmer lamp", "maker": "acme"]

    /// Reads the fields.
    public init(reading fields: inout FieldReader) {
        product = fields.required("product")
        maker = fields.required("maker")
    }
}
