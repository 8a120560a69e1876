import Digest
import Gzip
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// An answer before it is known how the client takes it: its bytes, plain and compressed.
struct Answer: Sendable {
    let status: HTTPResponse.Status
    let type: String
    let body: ByteBuffer
    /// The bytes in the gzip format; nil if that saves nothing.
    let compressed: ByteBuffer?
    /// The entity tag (RFC 9110, section 8.8.3): weak, because a page that says the same may be spelled
    /// differently; nil for an answer that is not cached.
    let tag: String?
    let fields: HTTPFields

    /// Creates an answer; its entity tag is made from `version`, what the bytes depend on, and an
    /// answer without a version is not cached.
    init(
        status: HTTPResponse.Status = .ok, type: String, body: [UInt8], version: String? = nil,
        fields: HTTPFields = [:]
    ) {
        let small = body.count < 256 ? body : Gzip.compressed(body)
        self.status = status
        self.type = type
        self.body = ByteBuffer(bytes: body)
        compressed = small.count < body.count ? ByteBuffer(bytes: small) : nil
        tag = version.map { version in
            "W/\"\(Array(SHA256.digest(Array(version.utf8)).prefix(12)).hexadecimal)\""
        }
        self.fields = fields
    }

    /// How many bytes it holds.
    var size: Int { body.readableBytes + (compressed?.readableBytes ?? 0) }

    /// The answer as the client takes it: only its head if nothing else is asked for, compressed if
    /// that is accepted, and without a body if the client has it already.
    func response(to request: Request) -> Response {
        var headers = headers
        if let tag, request.headers.holds(tag: tag) {
            return Response(status: .notModified, headers: headers)
        }
        var bytes = body
        if let compressed, request.headers.acceptsGzip {
            (bytes, headers[.contentEncoding]) = (compressed, "gzip")
        }
        let response = Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private var headers: HTTPFields {
        var headers = HTTPFields.protecting
        headers.append(contentsOf: fields)
        headers[.contentType] = type
        headers[.vary] =
            fields[.vary].map { "accept-encoding, \($0)" } ?? "accept-encoding"
        headers[.cacheControl] = tag == nil ? "no-store" : "no-cache"
        headers[.eTag] = tag
        return headers
    }
}

extension HTTPFields {
    /// What keeps a browser from loading or doing anything that the page does not need, and other
    /// sites from using it.
    static var protecting: HTTPFields {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'"
        fields[.xContentTypeOptions] = "nosniff"
        for (name, value) in [
            ("referrer-policy", "no-referrer"), ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            fields[named: name] = value
        }
        return fields
    }

    /// Whether the client has the answer with this entity tag already (RFC 9110, section 13.1.2).
    fileprivate func holds(tag: String) -> Bool {
        guard let held = self[.ifNoneMatch] else { return false }
        let opaque = tag.dropFirst(2)
        return held.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.contains { one in
            let one = one.hasPrefix("W/") ? one.dropFirst(2) : one
            return one == opaque || one == "*"
        }
    }

    /// Whether the client takes the gzip format (RFC 9110, section 12.5.3).
    fileprivate var acceptsGzip: Bool {
        let codings = (self[.acceptEncoding] ?? "").lowercased().split(separator: ",").map {
            coding in
            coding.split(separator: ";").map { $0.filter { $0 != " " } }
        }
        let gzip = codings.first { $0.first == "gzip" } ?? codings.first { $0.first == "*" }
        let weight = gzip?.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
        return gzip != nil && !(weight ?? "1").allSatisfy { $0 == "0" || $0 == "." }
    }
}
