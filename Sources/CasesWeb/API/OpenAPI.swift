import CanonicalJSON
import Casework

/// The description of the API (OpenAPI 3.1), made from the list of operations.
enum OpenAPI {
    /// Where the API begins.
    static let root = "/api/v1"

    static let document: JSONValue = [
        "openapi": "3.1.0",
        "info": [
            "title": "cases", "version": "1",
            "description":
                "The record of disputes between states over technology: the answers of the commands.",
        ],
        "servers": [["url": .string(root)]],
        "paths": .object(paths),
        "components": [
            "schemas": ["Problem": problem, "Recorded": recorded],
            "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
        ],
    ]

    private static var paths: JSONObject {
        var paths = JSONObject()
        for operation in Operation.all {
            paths[operation.template] = ["get": operation.description]
        }
        for (template, put) in [
            ("/events/{id}", eventByID), ("/cases/{case}/events/{key}", eventByKey),
        ] {
            guard var methods = paths[template]?.object else { continue }
            methods["put"] = put
            paths[template] = .object(methods)
        }
        paths["/imports"] = ["post": imports]
        paths["/log"] = ["get": log]
        paths["/follow"] = ["get": follow]
        return paths
    }

    /// A problem of RFC 9457, with the code of the commands.
    private static let problem: JSONValue = [
        "type": "object", "required": ["type", "title", "status", "detail", "hint", "code"],
        "properties": [
            "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
            "detail": ["type": "string"], "hint": ["type": "string"],
            "code": ["type": ["string", "null"]],
            "faults": ["type": "array", "items": ["type": "object"]],
        ],
    ]

    private static let log: JSONValue = [
        "operationId": "log",
        "summary":
            "The log as JSON Lines in order of position; ask again after the last position that came.",
        "parameters": .array(LogRequest.parameters.map(\.description)),
        "responses": [
            "200": [
                "description": "Lines that cases import takes.",
                "content": ["application/jsonl": ["schema": ["type": "string"]]],
            ],
            "default": failure,
        ],
    ]

    private static let follow: JSONValue = [
        "operationId": "follow",
        "summary":
            "The log as server-sent events, each as it is recorded; Last-Event-ID resumes.",
        "parameters": .array(FollowRequest.parameters.map(\.description)),
        "responses": [
            "200": [
                "description":
                    "Messages: a position as id, a line of the log as data.",
                "content": ["text/event-stream": ["schema": ["type": "string"]]],
            ],
            "default": failure,
        ],
    ]

    static let failure: JSONValue = [
        "description": "Why there is no answer.",
        "content": [
            "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
        ],
    ]
}

extension Operation {
    fileprivate var description: JSONValue {
        let name = template.split(separator: "/").map { $0.filter { $0 != "{" && $0 != "}" } }
        let asked = parameters + (takesClocks ? Parameter.clocks : [])
        return [
            "operationId": .string(name.joined(separator: "-")), "summary": .string(summary),
            "parameters": .array(parts.map(OpenAPI.part) + asked.map(\.description)),
            "responses": [
                "200": [
                    "description": .string(summary),
                    "content": ["application/json": ["schema": answerSchema]],
                ],
                "304": ["description": "The client has it already."],
                "default": OpenAPI.failure,
            ],
        ]
    }

    private var answerSchema: JSONValue {
        [
            "type": "object", "required": ["schema"],
            "properties": ["schema": ["const": .string(schema)]],
        ]
    }
}

extension OpenAPI {
    static func part(_ name: String) -> JSONValue {
        [
            "name": .string(name), "in": "path", "required": true,
            "schema": ["type": "string", "pattern": "^[a-z0-9-]+$"],
        ]
    }
}

extension Parameter {
    fileprivate var description: JSONValue {
        [
            "name": .string(name), "in": "query", "required": .bool(isRequired),
            "description": .string(summary), "schema": ["type": "string"],
            "example": .string(example),
        ]
    }
}
