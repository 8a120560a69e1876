import CommandSupport
import Testing

@testable import CasesCommand

@Suite("A zero-width joiner or non-joiner")
struct JoinerTests {
    @Test(
        "stays where the spelling of a word has it",
        arguments: [
            "می\u{200C}خواهم",  // Persian: "I want", written in two parts
            "کتاب\u{200C}ها", "PDF\u{200C}ها",  // a plural, also of a Latin word
            "क्\u{200D}ष", "क्\u{200C}ष",  // Hindi: half and whole forms
            "ශ්\u{200D}රී ලංකා",  // Sinhala: Sri Lanka
            "അവന്\u{200D} ",  // Malayalam: a chillu at the end of a word
            "র\u{200D}্যাব",  // Bengali
        ])
    func stays(_ text: String) { #expect(plain(text) == text) }

    @Test(
        "is shown by its number elsewhere, where it would only hide a difference",
        arguments: [
            ("ad\u{200D}min", "ad<U+200D>min"), ("ad\u{200C}min", "ad<U+200C>min"),
            ("\u{200D}می", "<U+200D>می"), ("می\u{200C} ", "می<U+200C> "),
            ("می\u{200C}\u{200C}خ", "می<U+200C><U+200C>خ"), ("語\u{200D}語", "語<U+200D>語"),
            ("👩\u{200D}💻", "👩<U+200D>💻"), ("می\u{200B}خ", "می<U+200B>خ"),
            ("می\u{202E}خ", "می<U+202E>خ"),
        ])
    func shown(_ text: String, _ told: String) { #expect(plain(text) == told) }
}
