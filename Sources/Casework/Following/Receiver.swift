import CaseModel
import Digest
import Foundation
import Subprocess
import SystemPackage

/// Who must be told of an event.
package enum Receiver: Sendable {
    /// A command of the shell, which reads the event from standard input.
    case command(String)
    /// A webhook, whose requests are signed by a secret (Standard Webhooks 1.0).
    case webhook(address: String, secret: [UInt8])

    /// What tells it from others: the command, or the address.
    var name: String {
        switch self {
        case .command(let command): command
        case .webhook(let address, _): address
        }
    }

    /// Tells of an event once.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - line: What is sent.
    ///   - now: The time of the attempt, in seconds since 1970.
    /// - Returns: Why it was not taken; nil if it was.
    func tell(_ event: FollowedEvent, _ line: FollowedLine, now: Int64) async -> String? {
        switch self {
        case .command(let command): await run(command, event, line.text)
        case .webhook(let address, let secret):
            await post(event, line, to: address, secret, now)
        }
    }

    private func run(_ command: String, _ event: FollowedEvent, _ line: String) async -> String? {
        let environment = Environment.inherit.updating([
            "CASES_EVENT_ID": event.id.text, "CASES_POSITION": String(event.place.position),
        ])
        do {
            // A file, not a pipe: a command that ends without reading would end this program, too.
            let content = try TemporaryFile(Array("\(line)\n".utf8))
            defer { content.remove() }
            let input = try FileDescriptor.open(FilePath(content.path), .readOnly)
            let ended = try await Subprocess.run(
                .path("/bin/sh"), arguments: ["-c", command], environment: environment,
                input: .fileDescriptor(input, closeAfterSpawningProcess: true),
                output: .currentStandardOutput, error: .currentStandardError)
            return switch ended.terminationStatus {
            case .exited(0): nil
            case .exited(let code): "the command ended with exit code \(code)"
            case .signaled(let signal): "the command was ended by signal \(signal)"
            }
        } catch {
            return "the command could not be run"
        }
    }

    private func post(
        _ event: FollowedEvent, _ line: FollowedLine, to address: String, _ secret: [UInt8],
        _ now: Int64
    ) async -> String? {
        let signed = "\(event.id.text).\(now).\(line.text)"
        let code = HMACSHA256.code(of: Array(signed.utf8), key: secret)
        let headers = [
            "content-type: \(line.mediaType)", "webhook-id: \(event.id.text)",
            "webhook-timestamp: \(now)",
            "webhook-signature: v1,\(Data(code).base64EncodedString())",
        ]
        do {
            let answer = try await HTTPExchange.send(
                .post, to: address, body: Array(line.text.utf8),
                settings: headers.map { ("header", $0) }, seconds: 20)
            return (200..<300).contains(answer.status) ? nil : "the status was \(answer.status)"
        } catch {
            return error.problem
        }
    }
}
