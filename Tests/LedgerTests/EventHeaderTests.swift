import Digest
import Ledger
import Testing

@Suite("The header of an event")
struct EventHeaderTests {
    let header = EventHeader(
        stream: "case/acme-seizure", version: 1,
        id: EventNumber(0xbd54_59e0_2ac7_5abf_bc6d_c979_097c_67d9),
        type: "control.taken", recordedAt: "2031-04-02T09:30:00.000000Z",
        recordedBy: "writer/anna", digest: [UInt8](0xe0...0xff))

    /// Written by hand from the definition of the format.
    let text =
        "cases.event/1\n" + "stream: case/acme-seizure\n" + "version: 1\n"
        + "id: bd5459e0-2ac7-5abf-bc6d-c979097c67d9\n" + "type: control.taken\n"
        + "recorded-at: 2031-04-02T09:30:00.000000Z\n" + "recorded-by: writer/anna\n"
        + "body: e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff\n"

    @Test("is eight lines, each ending in LF")
    func lines() {
        #expect(header.bytes == Array(text.utf8))
    }

    @Test("has the leaf SHA-256(0x00 ‖ header)")
    func leaf() {
        #expect(header.leaf == SHA256.digest([0x00] + Array(text.utf8)))
    }

    @Test("commits to the body by SHA-256(salt ‖ body)")
    func digest() {
        let digest = EventHeader.bodyDigest(salt: Array("a".utf8), body: Array("bc".utf8))
        #expect(digest == bytes("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    }

    @Test("keeps a name that is not ASCII byte for byte, without normalising it")
    func composition() {
        let (composed, decomposed) = (named("writer/andr\u{e9}"), named("writer/andre\u{301}"))
        #expect(composed.leaf != decomposed.leaf)
    }

    private func named(_ name: String) -> EventHeader {
        EventHeader(
            stream: header.stream, version: 1, id: header.id, type: header.type,
            recordedAt: header.recordedAt, recordedBy: name, digest: header.digest)
    }
}
