import CanonicalJSON

extension LinkedData {
    /// Where slugs of sources and actors point: a name that resolves nowhere (RFC 2606), because a
    /// record has no address of its own.
    private static let base = "https://record.invalid/"

    /// The context: PROV-O for who says so and when it was recorded, terms of our own for the rest.
    static let context: JSONValue = [
        "prov": "http://www.w3.org/ns/prov#",
        "dcterms": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#",
        "cases": "urn:cases:term:",
        "events": "@graph", "id": "@id", "a": "@type", "Entity": "prov:Entity",
        "Event": "cases:event", "type": "cases:type", "stream": "cases:stream",
        "name": "cases:name",
        "key": "cases:key", "position": "cases:position", "version": "cases:version",
        "recorded_at": typed("prov:generatedAtTime", "xsd:dateTime"),
        "recorded_by": "cases:recordedBy", "occurred": typed("cases:occurred", edtf),
        "undated": "cases:undated", "summary": "dcterms:description", "no_source": "cases:noSource",
        "primary_sources": slugs("prov:hadPrimarySource", of: "source", isSet: true),
        "linked_to": ["@id": "cases:linkedTo", "@type": "@id", "@container": "@set"],
        "revision_of": ["@id": "prov:wasRevisionOf", "@type": "@id", "@container": "@set"],
        "actors": listed("cases:participation", ["role": "cases:role", "actor": actor]),
        "claims": listed("prov:qualifiedPrimarySource", claim),
        "links": listed("cases:link", link), "data": typed("cases:data", "@json"),
    ]

    /// The datatype of dates in EDTF, as the Library of Congress names it.
    private static let edtf = "http://id.loc.gov/datatypes/edtf/EDTF"

    private static let actor = slugs("cases:actor", of: "actor")

    private static let claim: JSONObject = [
        "source": slugs("prov:entity", of: "source"), "at": "cases:at", "printed": "cases:printed",
        "quote": "cases:quote", "span": typed("cases:span", "@json"), "field": "cases:field",
        "stance": "cases:stance", "by": typed("cases:by", edtf), "grade": "cases:grade",
    ]

    private static let link: JSONObject = [
        "relation": "cases:relation", "mode": "cases:mode", "to": "cases:to",
        "basis": "cases:basis", "likelihood": "cases:likelihood",
        "asserted_by": [
            "@id": "cases:assertedBy", "@type": "@id", "@container": "@list",
            "@context": ["@base": .string(base + "source/")],
        ],
        "disputed_by": listed(
            "cases:dispute", ["actor": actor, "source": slugs("cases:deniedIn", of: "source")]),
        "characterised_as": [
            "@id": "cases:characterisation", "@type": "@json", "@container": "@set",
        ],
    ]

    private static func typed(_ term: String, _ type: String) -> JSONValue {
        ["@id": .string(term), "@type": .string(type)]
    }

    /// A member whose value is the slug of a source or an actor.
    private static func slugs(_ term: String, of kind: String, isSet: Bool = false) -> JSONValue {
        var definition: JSONObject = [
            "@id": .string(term), "@type": "@id", "@context": ["@base": .string(base + kind + "/")],
        ]
        if isSet { definition["@container"] = "@set" }
        return .object(definition)
    }

    /// A list of objects, in order, with terms of their own.
    private static func listed(_ term: String, _ terms: JSONObject) -> JSONValue {
        ["@id": .string(term), "@container": "@list", "@context": .object(terms)]
    }
}
