/// A bucket in Python that stores what it is sent, if the request is signed as AWS Signature Version 4
/// says (written from its specification), with the key `AK` and the secret `SK"\`.
enum ObjectStore {
    static let script = """
        import hashlib, hmac, http.server, os, re, sys

        place, SECRET, objects = sys.argv[1], 'SK"\\\\', {}

        def sign(key, text):
            return hmac.new(key, text.encode(), hashlib.sha256).digest()

        def is_signed(request, body):
            found = re.fullmatch(
                r"AWS4-HMAC-SHA256 Credential=(AK/([0-9]{8})/(\\S+)/s3/aws4_request), "
                r"SignedHeaders=(\\S+), Signature=([0-9a-f]{64})",
                request.headers.get("Authorization", ""))
            if not found:
                return False
            scope, day, region, names, signature = found.groups()
            payload = request.headers["x-amz-content-sha256"]
            if payload not in ("UNSIGNED-PAYLOAD", hashlib.sha256(body).hexdigest()):
                return False
            headers = "".join(f"{n}:{request.headers[n].strip()}\\n" for n in names.split(";"))
            canonical = "\\n".join([request.command, request.path, "", headers, names, payload])
            text = "\\n".join([
                "AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope.partition("/")[2],
                hashlib.sha256(canonical.encode()).hexdigest()])
            key = ("AWS4" + SECRET).encode()
            for part in (day, region, "s3", "aws4_request"):
                key = sign(key, part)
            return hmac.compare_digest(sign(key, text).hex(), signature)

        class Bucket(http.server.BaseHTTPRequestHandler):
            def do(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                if not is_signed(self, body):
                    return self.answer(403)
                if self.command == "PUT":
                    objects[self.path] = body
                    return self.answer(200)
                self.answer(200 if self.path in objects else 404, objects.get(self.path, b""))

            do_GET = do_PUT = do

            def answer(self, status, body=b""):
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
        with open(place + ".new", "w") as file:
            file.write(f"http://127.0.0.1:{server.server_port}\\n")
        os.rename(place + ".new", place)
        server.serve_forever()
        """
}
