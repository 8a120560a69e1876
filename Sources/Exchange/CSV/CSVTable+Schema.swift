import CanonicalJSON
import CaseModel

extension CSVTable {
    /// The table as a resource of a data package (Table Schema, Data Package 2.0).
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - keys: The keys that hold for every row.
    /// - Returns: The resource.
    func resource(bytes: [UInt8], keys: [Key]) -> JSONValue {
        [
            "name": .string(name), "type": "table", "path": .string("\(name).csv"), "format": "csv",
            "description": .string(meaning), "mediatype": "text/csv", "encoding": "utf-8",
            "bytes": .integer(Int64(bytes.count)),
            "hash": .string("sha256:" + SHA256Text(of: bytes).text),
            "dialect": [
                "header": true, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"",
                "doubleQuote": true,
            ],
            "schema": .object(schema(keys)),
        ]
    }

    private func schema(_ keys: [Key]) -> JSONObject {
        var schema: JSONObject = [
            "fields": .array(
                columns.map { .object($0.field(isKey: primaryKey.contains($0.name))) }),
            "missingValues": [""], "primaryKey": .array(primaryKey.map(JSONValue.string)),
        ]
        guard !keys.isEmpty else { return schema }
        schema["foreignKeys"] = .array(
            keys.map {
                [
                    "fields": [.string($0.column)],
                    "reference": ["resource": .string($0.table), "fields": [.string($0.target)]],
                ]
            })
        return schema
    }
}

extension CSVTable.Column {
    fileprivate func field(isKey: Bool) -> JSONObject {
        var field: JSONObject = ["name": .string(name), "description": .string(meaning)]
        switch kind {
        case .text:
            field["type"] = "string"
            field["x-cases-escape"] = "apostrophe"
        case .name: field["type"] = "string"
        case .edtf:
            field["type"] = "string"
            field["rdfType"] = "http://id.loc.gov/datatypes/edtf/EDTF"
        case .day: field["type"] = "date"
        case .integer: field["type"] = "integer"
        case .flag: field["type"] = "boolean"
        case .instant: field["type"] = "datetime"
        }
        if isKey { field["constraints"] = ["required": true] }
        return field
    }
}
