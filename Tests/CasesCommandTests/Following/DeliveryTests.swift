import TestSupport
import Testing

@Suite("Those who must be told of events", .serialized)
struct DeliveryTests {
    @Test("are told of each event by a command, until it succeeds, and in order")
    func commands() async throws {
        try await Desk.withAcme { desk in
            // Fails once for each event.
            let script =
                #"echo "$CASES_POSITION $CASES_EVENT_ID" >> told; cat >> lines; "#
                + #"[ $(grep -c "^$CASES_POSITION " told) -eq 2 ]"#
            try await desk.done(
                "follow", "--from", "6", "--once", "--exec", script, "--subscription", "place")
            let told = try desk.text(of: "told").split(separator: "\n")
            #expect(told.map { $0.prefix(1) } == ["7", "7", "8", "8"])
            #expect(told[2] == "8 bd5459e0-2ac7-5abf-bc6d-c979097c67d9")
            let lines = try desk.text(of: "lines").split(separator: "\n").map(String.init)
            let recorded = try await desk.done("export", "--format", "jsonl").lines
            #expect(lines == [recorded[6], recorded[6], recorded[7], recorded[7]])
        }
    }

    @Test("that do not take an event find it put aside, and are told of the next")
    func dead() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done(
                "follow", "--from", "6", "--once", "--patience", "0", "--subscription", "place",
                "--exec", "test $CASES_POSITION = 8")
            #expect(
                told.errors == """
                    the event at 7 was not taken: the command ended with exit code 1; it is put aside in \
                    place.dead

                    """)
            let dead = try await desk.done("follow", "--subscription", "place", "--dead")
            #expect(
                dead.output == """
                    {"event_id":"a1c81f82-2662-503c-911b-51583606971b","position":7,"reason":"the command \
                    ended with exit code 1","schema":"cases.dead-letter/1","to":"test $CASES_POSITION = 8"}

                    """)
            #expect(try desk.text(of: "place").contains("\"place\":\"8@"))
        }
    }

    @Test("without a subscription stop the command where they do not take an event")
    func withoutSubscription() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.run(
                "follow", "--from", "6", "--once", "--patience", "0", "--exec", "exit 3")
            #expect(told.exitCode == 75)
            #expect(told.errors.contains("follow again with --from 6"))
        }
    }

    /// Checks signatures as Standard Webhooks says, and refuses the first attempt.
    private static let hook = """
        import base64, hashlib, hmac, http.server
        key = base64.b64decode(open("secret").read().strip().removeprefix("whsec_"))
        requests = open("requests", "w")
        attempts = []

        class Hook(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                name, time = self.headers["webhook-id"], self.headers["webhook-timestamp"]
                code = hmac.new(key, f"{name}.{time}.".encode() + body, hashlib.sha256).digest()
                right = self.headers["webhook-signature"] == "v1," + base64.b64encode(code).decode()
                attempts.append(name)
                print(name, right, self.headers["content-type"], file=requests, flush=True)
                self.send_response(503 if len(attempts) == 1 else 204)
                self.end_headers()

            def log_message(self, *words):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
        open("port.new", "w").write(str(server.server_port))
        import os
        os.rename("port.new", "port")
        server.serve_forever()
        """

    @Test("are told by a webhook whose requests are signed, with one id at every attempt")
    func webhooks() async throws {
        try await Desk.withAcme { desk in
            try desk.write(DeliveryTests.hook, to: "hook.py")
            try desk.write("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n", to: "secret")
            let server = try desk.program.start(shell: "exec python3 hook.py")
            defer { server.terminate() }
            try await eventually("the server listens") { (try? desk.text(of: "port")) != nil }
            let port = try desk.text(of: "port")
            try await desk.done(
                "follow", "--from", "7", "--once", "--format", "cloudevents", "--secret-file",
                "secret",
                "--webhook", "http://127.0.0.1:\(port)/hook")
            let line = "bd5459e0-2ac7-5abf-bc6d-c979097c67d9 True application/cloudevents+json"
            #expect(try desk.text(of: "requests") == "\(line)\n\(line)\n")
        }
    }

    @Test("by a webhook need a secret that is one")
    func secrets() async throws {
        try await Desk.withAcme { desk in
            for text in ["", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_AAAA", "whsec_?"]
            {
                try desk.write(text, to: "secret")
                let told = try await desk.run(
                    "follow", "--once", "--webhook", "http://127.0.0.1:9/x", "--secret-file",
                    "secret")
                #expect(told.exitCode == 66)
                #expect(told.errors.hasPrefix("cases: secret holds no secret of a webhook"))
            }
        }
    }
}
