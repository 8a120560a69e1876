import CanonicalJSON
import CaseModel
import Testing

@Suite("References to events")
struct EventReferenceTests {
    private let id = "bd5459e0-2ac7-5abf-bc6d-c979097c67d9"

    @Test("name a case's event by key")
    func caseKey() throws {
        let reference = try #require(EventReference("acme-seizure/seizure"))
        #expect(reference == .keyed(try stream("case/acme-seizure"), try #require(Slug("seizure"))))
        #expect(reference.description == "acme-seizure/seizure")
        #expect(EventReference("case/acme-seizure/seizure") == reference)
    }

    @Test("name a register by its whole stream and key")
    func register() throws {
        for text in ["actor/acme/registered", "source/gazette/captured"] {
            #expect(EventReference(text)?.description == text)
        }
        let reference = try #require(EventReference("actor/acme/registered"))
        #expect(
            reference == .keyed(try stream("actor/acme"), try #require(Slug("registered"))))
    }

    @Test("name an event by its id, in either case")
    func ids() throws {
        let lower = try #require(EventReference(id))
        #expect(lower == .id(try #require(EventID(id))))
        #expect(EventReference(id.uppercased()) == lower)
        #expect(lower.description == id)
    }

    @Test("name an event by its number in the stream")
    func numbers() throws {
        let reference = try #require(EventReference("acme-seizure#12"))
        #expect(reference == .numbered(try stream("case/acme-seizure"), 12))
        #expect(reference.description == "acme-seizure#12")
        #expect(EventReference("actor/acme#1") == .numbered(try stream("actor/acme"), 1))
    }

    @Test(
        "are refused in any other form",
        arguments: [
            "", "acme", "/", "a/", "/b", "a//b", "a/b/c", "a/b/c/d", "case/a", "actor/acme",
            "Acme/seizure", "acme/Seizure", " acme/seizure", "acme/seizure ", "acme#", "#1",
            "acme#0", "acme#-1", "acme#+1", "acme#1.0", "acme#one", "acme#1#2", "acme/#1",
            "/acme#1",
            "actor//acme#1", "acme#9223372036854775808", "acme#٣", "actor/acme/#1",
            "bd5459e0-2ac7-5abf-bc6d-c979097c67d", "bd5459e0-2ac7-5abf-bc6d-c979097c67d9/",
            "{bd5459e0-2ac7-5abf-bc6d-c979097c67d9}", "bd5459e0_2ac7_5abf_bc6d_c979097c67d9",
            "BD5459E02AC75ABFBC6DC979097C67D9",
        ])
    func rubbish(text: String) { #expect(EventReference(text) == nil) }

    @Test("that are refused say how one is written")
    func hint() throws {
        let found = try faults("note.added", data: ["text": "x", "event": "acme"])
        #expect(found.map(\.line) == ["data.event: \"acme\" names no event"])
        #expect(
            found.first?.hint
                == "write CASE/KEY, actor/SLUG/registered, source/SLUG/captured, or the id")
    }
}

@Suite("Ids")
struct EventIDFormTests {
    @Test(
        "are read in RFC 9562's form only",
        arguments: [
            "bd5459e0-2ac7-5abf-bc6d-c979097c67d9x", "bd5459e02ac75abfbc6dc979097c67d9",
            "bd5459e0-2ac75abf-bc6d-c979097c67d9-", "gd5459e0-2ac7-5abf-bc6d-c979097c67d9",
            " bd5459e0-2ac7-5abf-bc6d-c979097c67d9", "bd5459e0-2ac7-5abf-bc6d-c979097c67d9\n", "",
            "bd5459e0-2ac7-5abf-bc6d-c979097c67d9\u{0}", "bd5459e-02ac7-5abf-bc6d-c979097c67d9",
        ])
    func rubbish(text: String) { #expect(EventID(text) == nil) }

    @Test("are written in lower case")
    func lower() {
        let id = EventID("BD5459E0-2AC7-5ABF-BC6D-C979097C67D9")
        #expect(id?.text == "bd5459e0-2ac7-5abf-bc6d-c979097c67d9")
    }
}
