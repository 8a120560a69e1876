import CaseModel

/// Text of the record made fit for a terminal: nothing in it can move the cursor, ring a bell,
/// turn the reading direction or hide what stands beside it.
func plain(_ text: String) -> String {
    escaped(text.unicodeScalars) { scalar in
        if scalar == "\n" || scalar == "\t" { return " " }
        return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}
