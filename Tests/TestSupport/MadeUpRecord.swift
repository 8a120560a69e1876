/// A made-up record of any size as import lines, the same for the same size.
///
/// Its texts are of the kind that sort, fold and compare otherwise in other places of the world:
/// dotted and dotless i, letters composed and decomposed, signs beyond the first plane.
package struct MadeUpRecord: Sendable {
    /// How many cases it has.
    package let cases: Int
    /// How many happenings each case has.
    package let happenings: Int

    /// A record of so many cases with so many happenings each.
    package init(cases: Int, happenings: Int) {
        self.cases = cases
        self.happenings = happenings
    }

    /// How many events that makes: the registers; of each case its opening, its happenings, a
    /// correction and a retraction.
    package var count: Int64 {
        Int64(MadeUpRecord.names.count * 2 + cases * (happenings + 3))
    }

    /// The record as import lines.
    package var text: String {
        (registers + (0..<cases).flatMap(lines)).joined(separator: "\n") + "\n"
    }

    /// Names that no order but that of bytes leaves as they are.
    static let names = [
        "Iğdır Işık", "İzmir inşaat", "Zoë", "Zoe\u{308}", "ǅungla", "𝒳-Werke", "ßen",
    ]

    private var registers: [String] {
        MadeUpRecord.names.enumerated().flatMap { number, name in
            [
                line(
                    "actor/company-\(number)", "registered", "actor.registered",
                    #""data":{"country":"NL","name":"\#(name)","type":"company"}"#),
                line(
                    "source/report-\(number)", "captured", "source.captured",
                    #""data":{"published":"2031-0\#(number + 1)","publisher":"\#(name)","#
                        + #""title":"Report \#(number)"}"#),
            ]
        }
    }

    private func lines(ofCase number: Int) -> [String] {
        let (name, stream) = ("case-\(number)", "case/case-\(number)")
        let opened = line(
            stream, "opened", "case.opened", #""data":{"title":"Case \#(number) of İ and ı"}"#)
        let correction = line(
            stream, "corrected", "event.corrected",
            #""no_source":"analyst","data":{"event":"\#(name)/e1","reason":"misreading","#
                + #""set":{"occurred":"2030-12"}}"#)
        let retraction = line(
            stream, "retracted", "event.retracted",
            #""no_source":"analyst","data":{"event":"\#(name)/e2","reason":"it was another"}"#)
        return [opened] + (1...happenings).map { happening($0, of: number) }
            + [correction, retraction]
    }

    private func happening(_ number: Int, of other: Int) -> String {
        let width = MadeUpRecord.names.count
        let link =
            number < 2
            ? ""
            : #""links":[{"relation":"responds_to","mode":"retaliates_for","basis":"explicit","#
                + #""to":"case-\#(other)/e\#(number - 1)","asserted_by":["analyst"]}],"#
        return line(
            "case/case-\(other)", "e\(number)", "measure.imposed",
            link
                + #""occurred":"2031-0\#(number % 9 + 1)","#
                + #""summary":"Order \#(number) of \#(MadeUpRecord.names[number % width])","#
                + #""actors":[{"role":"actor","actor":"company-\#(number % width)"},"#
                + #"{"role":"target","actor":"company-\#(other % width)"}],"#
                + #""claims":[{"source":"report-\#(number % width)","at":"page \#(other)"}],"#
                + #""data":{"kind":"export_suspension","measure":"order-\#(number)"}"#)
    }

    private func line(
        _ stream: String, _ key: String, _ type: String, _ members: String
    ) -> String {
        #"{"stream":"\#(stream)","key":"\#(key)","type":"\#(type)",\#(members)}"#
    }
}

extension Desk {
    /// Writes a made-up record to `made-up.jsonl` and imports it.
    package func record(_ madeUp: MadeUpRecord) async throws {
        try write(madeUp.text, to: "made-up.jsonl")
        try await done("import", "made-up.jsonl")
    }
}
