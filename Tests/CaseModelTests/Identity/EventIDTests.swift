import CaseModel
import Testing

@Suite("Event ids")
struct EventIDTests {
    @Test("a keyed event has the UUIDv5 of its stream and key")
    func keyed() throws {
        let stream = try #require(StreamName("case/acme-seizure"))
        let key = try #require(Slug("seizure"))
        #expect(
            EventID(stream: stream, key: key).text == "bd5459e0-2ac7-5abf-bc6d-c979097c67d9")
    }

    @Test("an unkeyed event has a UUIDv7 that begins with its time")
    func unkeyed() {
        let id = EventID(
            milliseconds: 0x0123_4567_89ab, random: [UInt8](repeating: 0xff, count: 10))
        #expect(id.text == "01234567-89ab-7fff-bfff-ffffffffffff")
    }
}
