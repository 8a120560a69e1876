import TestSupport

/// Texts that mean no good to a terminal, though each of them may be recorded.
enum Hostile {
    /// A text that turns the direction, hides characters and joins them, breaks lines and columns,
    /// forges the marks of a table and begins like a formula.
    static let text =
        "=1+1\u{202e}evil\u{2066}\u{200b}\u{200d}\u{feff}\u{ad}\u{2028}\u{2029}\u{e0041}"
        + "\t\n,\u{301}\"\u{301}|\u{301}`<b>[x](y)*_&\\ 語👩\u{200d}💻"

    /// A record in which that text stands wherever text may stand.
    static func lines() -> String {
        let t = quoted(text)
        let both = #""actors":[{"role":"actor","actor":"bad"},{"role":"subject","actor":"bad"}]"#
        let claims = #""claims":[{"source":"bad","at":\#(t),"printed":\#(t),"quote":\#(t)}]"#
        func happening(_ key: String, _ type: String, _ data: String, _ more: String = "") -> String
        {
            #"{"stream":"case/bad","key":"\#(key)","type":"\#(type)","occurred":"2031","summary":\#(t),"#
                + #"\#(both),\#(claims),"data":{\#(data)}\#(more)}"#
        }
        let link =
            #"{"relation":"pressured_by","to":"bad/taken","basis":"explicit","#
            + #""asserted_by":["bad"],"disputed_by":[{"actor":"bad","source":"bad"}]}"#
        return [
            #"{"stream":"source/bad","key":"captured","type":"source.captured","#
                + #""data":{"title":\#(t),"publisher":\#(t),"published":null,"authors":[\#(t)]}}"#,
            #"{"stream":"actor/bad","key":"registered","type":"actor.registered","#
                + #""data":{"name":\#(t),"type":"group","also":[\#(t)]}}"#,
            #"{"stream":"case/bad","key":"opened","type":"case.opened","data":{"title":\#(t)}}"#,
            happening(
                "taken", "control.taken",
                #""asset":"bad","scope":\#(t),"share":{"printed":\#(t)}"#),
            happening(
                "role", "role.changed",
                #""person":"bad","organisation":"bad","role":\#(t),"how":"suspended""#,
                #","links":[\#(link)]"#),
            happening(
                "owner", "ownership.stated",
                #""asset":"bad","owner":"bad","share":{"printed":\#(t)},"direct":"unknown""#),
            happening(
                "measure", "measure.imposed", #""measure":"m","kind":"other","instrument":\#(t)"#),
            happening("said", "statement.made", #""mode":"denial","content":\#(t)"#),
            #"{"stream":"case/bad","key":"other","type":"claim.added",\#(claims),"#
                + #""data":{"event":"bad/said","field":"content","value":\#(quoted(text + text))}}"#,
            #"{"stream":"case/bad","key":"why","type":"difference.explained","#
                + #""data":{"event":"bad/measure","with":"bad/said","field":"summary","#
                + #""as":"typo","note":\#(t)}}"#,
            #"{"stream":"case/bad","key":"note","type":"note.added","data":{"text":\#(t)}}"#,
        ].joined(separator: "\n") + "\n"
    }

    /// A text as JSON has it.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// What must never reach a terminal: control characters but LF, format characters, and the
    /// separators that break lines.
    static func characters(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n"
            case .format, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }
}
