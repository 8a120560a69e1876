import ArgumentParser

/// The format of an answer.
enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv, md
}
