import CaseModel
import Foundation

/// A bucket of an object store that speaks S3, named as `s3://BUCKET/PREFIX`.
///
/// Its server, region and credentials come from the variables that the programs of AWS read:
/// `AWS_ENDPOINT_URL_S3` or `AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_ACCESS_KEY_ID`,
/// `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. Requests are signed by curl (AWS Signature
/// Version 4), with the bucket in the path.
struct CopyBucket: CopyPlace {
    /// What the name of a bucket begins with.
    static let scheme = "s3://"

    let description: String
    private let address: String
    private let settings: [(name: String, value: String)]

    /// The bucket of a name.
    init(_ name: String, environment: [String: String]) throws(CaseworkError) {
        let path = try CopyBucket.path(name)
        guard let key = environment["AWS_ACCESS_KEY_ID"],
            let secret = environment["AWS_SECRET_ACCESS_KEY"]
        else {
            throw CaseworkError(
                .usage, "there are no credentials for \(name)",
                hint: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        }
        let region = environment["AWS_REGION"] ?? "us-east-1"
        let server =
            environment["AWS_ENDPOINT_URL_S3"] ?? environment["AWS_ENDPOINT_URL"]
            ?? "https://s3.\(region).amazonaws.com"
        description = CopyBucket.scheme + path.joined(separator: "/")
        address = ([server] + path.map(String.init)).joined(separator: "/")
        let token = environment["AWS_SESSION_TOKEN"].map { "x-amz-security-token: \($0)" }
        settings =
            [("aws-sigv4", "aws:amz:\(region):s3"), ("user", "\(key):\(secret)")]
            + (token.map { [("header", $0)] } ?? [])
    }

    /// The bucket and the parts of the prefix.
    private static func path(_ name: String) throws(CaseworkError) -> [Substring] {
        let path = name.dropFirst(scheme.count).split(separator: "/")
        let allowed = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.".utf8)
        guard !path.isEmpty, path.allSatisfy({ $0.utf8.allSatisfy(allowed.contains) }) else {
            throw CaseworkError(
                .usage, "\(quoted(name)) does not name a bucket",
                hint: "write s3://BUCKET/PREFIX, with letters, digits, -, _ and .")
        }
        return path
    }

    func read(_ name: String) async throws(CaseworkError) -> [UInt8]? {
        let response = try await HTTPExchange.send(
            .get, to: "\(address)/\(name)", settings: signing([]), seconds: 600)
        switch response.status {
        case 200: return response.body
        case 404: return nil
        default: throw refusal(response)
        }
    }

    func write(_ bytes: [UInt8], to name: String) async throws(CaseworkError) {
        let response = try await HTTPExchange.send(
            .put, to: "\(address)/\(name)", body: bytes,
            settings: signing(bytes) + [("header", "Content-Type: application/octet-stream")],
            seconds: 600)
        guard (200...204).contains(response.status) else { throw refusal(response) }
    }

    /// The settings that have curl sign a request with this content; S3 wants its digest as a header.
    private func signing(_ content: [UInt8]) -> [(name: String, value: String)] {
        settings + [("header", "x-amz-content-sha256: \(SHA256Text(of: content).text)")]
    }

    private func refusal(_ response: HTTPExchange) -> CaseworkError {
        switch response.status {
        case 401, 403:
            CaseworkError(
                .notPermitted, "\(description) refuses the credentials",
                hint: "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION")
        case 500...:
            CaseworkError(
                .tryAgain, "\(description) answers with status \(response.status)",
                hint: "ask again later")
        default:
            CaseworkError(
                .unreachable, "\(description) answers with status \(response.status)",
                hint: "check the bucket and AWS_ENDPOINT_URL")
        }
    }
}
