import Digest
import Testing

@Suite("Base 64")
struct Base64Tests {
    @Test(
        "has the examples of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
        ])
    func published(text: String, encoded: String) {
        #expect(Array(text.utf8).base64 == encoded)
        #expect([UInt8](base64: encoded) == Array(text.utf8))
    }

    @Test(
        "is read in one form only",
        arguments: ["Zg", "Zg=", "Zh==", "Zm9v\n", " Zm9v", "Zm9v====", "Zm-_", "Z", "Zm\u{e9}v"])
    func refusals(text: String) {
        #expect([UInt8](base64: text) == nil)
    }
}
