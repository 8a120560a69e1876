import Yams

extension LocatedFault {
    /// What the YAML parser refused, in its words; they name a place, never a text.
    init(yaml error: any Error, file: String) {
        let (mark, problem) = LocatedFault.explain(error)
        self.init(
            at: Place(file: file, line: mark?.line, column: mark?.column), .badEvent,
            "this is no YAML: \(problem)",
            hint: "mind the indentation, and quote texts that hold a colon or begin with [ or {")
    }

    private static func explain(_ error: any Error) -> (Mark?, String) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (mark, problem)
        case .duplicatedKeysInMapping(_, let context):
            (context.mark, "a field is given twice")
        case .reader(let problem, _, _, _):
            (nil, problem)
        default:
            (nil, "it cannot be parsed")
        }
    }
}
