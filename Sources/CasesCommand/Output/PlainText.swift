/// Text of the record made fit for a terminal: nothing in it can move the cursor, ring a bell,
/// turn the reading direction or hide what stands beside it.
func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control where scalar == "\n" || scalar == "\t": result.unicodeScalars.append(" ")
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
            result += "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
