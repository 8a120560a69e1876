import CaseModel
import Projections
import Wording

extension PageContent {
    /// What runs out or is due, in all cases.
    init(_ answer: DueAnswer, at place: Place) {
        self.init(
            template: .due, title: "What runs out or is due",
            view: View([
                "from": answer.from.phrase, "isEmpty": answer.items.isEmpty,
                "items": answer.items.map { item in
                    View([
                        "date": item.date.phrase, "edtf": item.date.text,
                        "distance": item.distance, "title": answer.title(item),
                        "isOverdue": item.isOverdue,
                        "doubt": item.isCertain ? nil : uncertainMark,
                        "of": place.view(
                            .stream(StreamName(.case, item.case)), item.case.text),
                        "setBy": place.view(item.setBy),
                    ])
                },
            ]), json: answer.json, remarks: answer.clocks.remarks(answer.registers),
            documents: [.ics: { _ in answer.calendar.map { $0 + "\n" }.joined() }])
        self = adding(answer.sheet)
    }
}
