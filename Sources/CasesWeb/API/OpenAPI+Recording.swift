import CanonicalJSON

extension OpenAPI {
    /// What recording answers: the place of each event.
    static let recorded: JSONValue = [
        "type": "object", "required": ["schema", "recorded", "head"],
        "properties": [
            "schema": ["const": "cases.append/1"], "head": ["type": "integer"],
            "recorded": ["type": "array", "items": ["type": "object"]],
        ],
    ]

    static let eventByID = put("put-event", "Record an event under its id.", ["id"])

    static let eventByKey = put(
        "put-case-event", "Record an event of a case under its key.", ["case", "key"])

    static let imports = recording(
        "imports", "Record events as JSON Lines, all or nothing; needs the scope import.",
        ["application/jsonl", "application/x-ndjson"].map { ($0, ["type": "string"]) }, [])

    private static func put(_ name: String, _ summary: String, _ parts: [String]) -> JSONValue {
        let version: JSONValue = [
            "name": "If-Match", "in": "header", "required": false,
            "description": "The expected version of the event's stream, in quotation marks.",
            "schema": ["type": "string", "pattern": "^\"[0-9]{1,18}\"$"],
        ]
        return recording(
            name, summary + " It needs the scope append.",
            [("application/json", ["type": "object", "required": ["stream", "type"]])],
            parts.map(OpenAPI.part) + [version])
    }

    private static func recording(
        _ name: String, _ summary: String, _ bodies: [(type: String, schema: JSONValue)],
        _ parameters: [JSONValue]
    ) -> JSONValue {
        var content = JSONObject()
        for body in bodies { content[body.type] = ["schema": body.schema] }
        return [
            "operationId": .string(name), "summary": .string(summary),
            "security": [["token": []]], "parameters": .array(parameters),
            "requestBody": ["required": true, "content": .object(content)],
            "responses": [
                "201": answer("Something was recorded."),
                "200": answer("All of it was recorded already."), "default": failure,
            ],
        ]
    }

    private static func answer(_ description: String) -> JSONValue {
        [
            "description": .string(description),
            "content": [
                "application/json": ["schema": ["$ref": "#/components/schemas/Recorded"]]
            ],
        ]
    }
}
