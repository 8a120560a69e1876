/// A witness in Python, written from C2SP tlog-witness and tlog-cosignature; it signs with the
/// functions of `verify.py`, and with what RFC 8032 says of signing.
///
/// It is given the folder of a bundle, the public key of the log, and the file for its address; it
/// keeps what it cosigned in memory, and answers as `mode` says: `honest`, `forger` (its signatures
/// are wrong), `ahead` (its clock is), or a status.
enum WitnessServer {
    static let script = """
        import hashlib, http.server, sys, time as clock
        sys.dont_write_bytecode = True
        folder, log_key, place, mode = sys.argv[1:]
        sys.path.insert(0, folder)
        import verify

        SEED = hashlib.sha256(b"a witness").digest()
        HALVES = hashlib.sha512(SEED).digest()
        SCALAR = int.from_bytes(HALVES[:32], "little") & ((1 << 254) - 8) | (1 << 254)
        PUBLIC = verify.encoded(verify.multiply(SCALAR, verify.BASE))
        NAME = "witness.example"
        ID = verify.sha256(NAME.encode() + b"\\n\\x04" + PUBLIC)[:4]
        LOG = verify.Key(log_key)
        cosigned = {}

        def sign(message):
            r = int.from_bytes(hashlib.sha512(HALVES[32:] + message).digest(), "little") % verify.L
            head = verify.encoded(verify.multiply(r, verify.BASE))
            k = int.from_bytes(hashlib.sha512(head + PUBLIC + message).digest(), "little") % verify.L
            return head + ((r + k * SCALAR) % verify.L).to_bytes(32, "little")

        def consistent(old, old_root, new, new_root, path):
            # RFC 9162, section 2.1.4.2
            if old == new:
                return not path and old_root == new_root
            if old == 0:
                return not path
            path = list(path)
            if old & (old - 1) == 0:
                path.insert(0, old_root)
            if not path:
                return False
            fn, sn = old - 1, new - 1
            while fn & 1:
                fn, sn = fn >> 1, sn >> 1
            fr = sr = path[0]
            for c in path[1:]:
                if sn == 0:
                    return False
                if fn & 1 or fn == sn:
                    fr, sr = verify.sha256(b"\\x01", c, fr), verify.sha256(b"\\x01", c, sr)
                    while fn and not fn & 1:
                        fn, sn = fn >> 1, sn >> 1
                else:
                    sr = verify.sha256(b"\\x01", sr, c)
                fn, sn = fn >> 1, sn >> 1
            return sn == 0 and fr == old_root and sr == new_root

        class Witness(http.server.BaseHTTPRequestHandler):
            def answer(self, status, body=b"", type="text/plain"):
                self.send_response(status)
                self.send_header("Content-Type", type)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path != "/add-checkpoint":
                    return self.answer(400)
                if mode.isdigit():
                    return self.answer(int(mode))
                head, _, note = body.partition(b"\\n\\n")
                lines = head.decode().split("\\n")
                old = verify.decimal(lines[0].removeprefix("old "))
                path = [verify.base64_bytes(line) for line in lines[1:]]
                checkpoint = verify.Checkpoint(note)
                if checkpoint.origin != LOG.name:
                    return self.answer(404)
                if not checkpoint.note.is_signed(LOG):
                    return self.answer(403)
                size, root = cosigned.get(LOG.name, (0, None))
                if old != size:
                    return self.answer(409, b"%d\\n" % size, "text/x.tlog.size")
                if old == checkpoint.size and root != checkpoint.root:
                    return self.answer(409)
                if not consistent(old, root, checkpoint.size, checkpoint.root, path):
                    return self.answer(422)
                cosigned[LOG.name] = checkpoint.size, checkpoint.root
                time = int(clock.time()) + (2 * 86400 if mode == "ahead" else 0)
                text = f"cosignature/v1\\ntime {time}\\n{checkpoint.note.text}"
                data = ID + time.to_bytes(8, "big") + sign(text.encode())
                if mode == "forger":
                    data = data[:-1] + bytes([data[-1] ^ 1])
                line = "\\u2014 %s %s\\n" % (NAME, verify.base64.b64encode(data).decode())
                self.answer(200, line.encode())

            def log_message(self, *words):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Witness)
        key = verify.base64.b64encode(b"\\x04" + PUBLIC).decode()
        with open(place + ".new", "w") as file:
            file.write(f"http://127.0.0.1:{server.server_port} {NAME}+{ID.hex()}+{key}\\n")
        import os
        os.rename(place + ".new", place)
        server.serve_forever()
        """
}
