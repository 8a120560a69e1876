import CaseModel

/// The Consolidated Screening List: the JSON of its API and download, or its CSV.
enum ScreeningList {
    static func rows(of bytes: [UInt8]) throws(ListFaults) -> [ListedRow] {
        let start = bytes.first { !" \t\r\n".utf8.contains($0) }
        return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
            ? try jsonRows(of: bytes) : try csvRows(of: bytes)
    }

    private static func jsonRows(of bytes: [UInt8]) throws(ListFaults) -> [ListedRow] {
        let document = try ForeignJSON.document(bytes)
        guard let results = document["results"].elements ?? document.elements else {
            throw ListFaults("there is no list \"results\" in it", hint: "is it another form?")
        }
        if case .integer(let total) = document["total"], total != results.count {
            throw ListFaults(
                "it holds \(results.count) of \(total) rows",
                hint: "import the whole list: what a page lacks would count as no longer stated")
        }
        var collector = RowCollector()
        for (index, result) in results.enumerated() {
            collector.take { () throws(ListFaults) in
                guard result.isObject else {
                    throw ListFaults("results[\(index)]: an object is expected")
                }
                return try row(
                    at: "results[\(index)]", line: nil, id: result["id"].text,
                    aliases: result["alt_names"].texts,
                    countries: result.countries, { result[$0].text })
            }
        }
        return try collector.finish("row")
    }

    private static func csvRows(of bytes: [UInt8]) throws(ListFaults) -> [ListedRow] {
        let required = ["_id", "source", "name", "alt_names", "start_date"]
        var collector = RowCollector()
        for record in try CSVRecords(bytes, requiring: required).records {
            collector.take { () throws(ListFaults) in
                try row(
                    at: "", line: record.line, id: record["_id"].stated,
                    aliases: parts(record["alt_names"]), countries: record.countries,
                    { record[$0].stated })
            }
        }
        return try collector.finish("row")
    }

    /// The texts of a field that separates them by semicolons.
    fileprivate static func parts(_ field: String) -> [String] {
        field.split(separator: ";").compactMap { String($0).stated }
    }

    private static func row(
        at place: String, line: Int?, id: String?, aliases: [String], countries: [String],
        _ field: (String) -> String?
    ) throws(ListFaults) -> ListedRow {
        let prefix = place.isEmpty ? "" : place + "."
        guard let id else { throw ListFaults(line: line, "\(prefix)id: the row has no id") }
        guard let name = field("name") else {
            throw ListFaults(line: line, "\(prefix)name: the row has no name")
        }
        guard let type = types[field("type")?.lowercased() ?? ""] else {
            throw ListFaults(
                line: line, "\(prefix)type: unknown type \(quoted(field("type") ?? ""))",
                hint: "individual, entity, vessel, aircraft, or none")
        }
        var row = ListedRow(line: line, id: id, name: name, type: type)
        row.country = countries.onlyCountry
        row.add(aliases: aliases)
        row.origin = field("source")
        row.listed = try (field("start_date") ?? "").date("\(prefix)start_date", line: line)
        row.instrument = field("federal_register_notice")
        row.printed = field("start_date") ?? row.instrument
        row.effect = field("license_requirement")
        return row
    }

    /// The lists of the Bureau of Industry and Security state no type.
    private static let types: [String: ActorType] = [
        "": .company, "entity": .company, "individual": .person, "vessel": .item,
        "aircraft": .item,
    ]
}

extension ForeignJSON {
    /// The countries of a row: its own, else those of its nationalities, else of its addresses.
    fileprivate var countries: [String] {
        let own = [self["country"], self["nationalities"], self["citizenships"]].map(\.texts)
        return own.first { !$0.isEmpty }
            ?? (self["addresses"].elements ?? []).compactMap { $0["country"].text }
    }
}

extension CSVRecords.Record {
    /// The same of a record, whose addresses end with the country.
    fileprivate var countries: [String] {
        let own = ["country", "nationalities", "citizenships"].map { ScreeningList.parts(self[$0]) }
        return own.first { !$0.isEmpty }
            ?? ScreeningList.parts(self["addresses"]).map {
                $0.split(separator: ",").last.map { String($0) } ?? ""
            }
    }
}
