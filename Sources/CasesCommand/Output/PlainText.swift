import CaseModel

/// Text of the record made fit for a terminal: nothing in it can move the cursor, ring a bell,
/// turn the reading direction or hide what stands beside it.
func plain(_ text: String) -> String {
    // Nearly all text is printable ASCII, of which nothing needs an escape.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return escaped(text.unicodeScalars) { scalar in
        if scalar == "\n" || scalar == "\t" { return " " }
        return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}
