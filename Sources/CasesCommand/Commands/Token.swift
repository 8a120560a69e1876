import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import EventLog

/// `cases token`: manages the tokens by which programs record over HTTP.
struct Token: AsyncParsableCommand, Exampled {
    static let example = "cases token new desk-bot --scope append"

    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Let programs record by the API of cases serve.",
        discussion: "Making and revoking tokens needs the rights of the workspace's owner.",
        subcommands: [TokenNew.self, TokenList.self, TokenRevoke.self])
}

/// `cases token new`: makes a token.
struct TokenNew: AsyncParsableCommand, Exampled {
    static let example = "cases token new desk-bot --scope append --until 2031-12-31"

    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a token and print it, once.",
        discussion: """
            Its events are recorded under its name. Only a digest of it is kept: a token that is lost \
            is revoked, and another one made.
            """)

    @Argument(help: "A name that no token had before: small letters, digits and hyphens.")
    var name: String

    @Option(
        name: .customLong("scope"),
        help: "What it allows: append (one event at a time), import; repeatable.",
        completion: .words(AccessToken.Scope.self))
    var scopes: [String] = []

    @Option(
        help: ArgumentHelp("The last day, in UTC, on which it is valid.", valueName: "day"))
    var until: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let scopes = try scopes.map { try Named.word($0, AccessToken.Scope.self) }
        let name = try Named.slug(name)
        let lastDay = try until.flatMap { try Named.singleDay($0).earliest }
        let record = try await database.choice().open(for: .owning)
        let made = try await record.tokens.make(name, scopes: scopes, lastDay: lastDay)
        let answer: JSONValue = [
            "schema": "cases.token/1", "token": .string(made.secret), "made": made.token.json,
        ]
        try Console.answer(answer, isJSON: json, [made.secret])
    }
}

/// `cases token list`: lists the tokens.
struct TokenList: AsyncParsableCommand, Exampled {
    static let example = "cases token list"

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the tokens, revoked and expired ones included.")

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let tokens = try await database.choice().open(for: .owning).tokens.all()
        let answer: JSONValue = [
            "schema": "cases.tokens/1", "tokens": .array(tokens.map(\.json)),
        ]
        try Console.answer(
            answer, isJSON: json, tokens.isEmpty ? ["There is no token."] : tokens.map(\.line))
    }
}

/// `cases token revoke`: revokes a token.
struct TokenRevoke: AsyncParsableCommand, Exampled {
    static let example = "cases token revoke desk-bot"

    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Revoke a token at once; what it recorded stays.")

    @Argument(help: "The name of the token.")
    var name: String

    @OptionGroup var database: DatabaseOptions

    func run() async throws {
        let name = try Named.slug(name)
        let token = try await database.choice().open(for: .owning).tokens.revoke(name)
        try Console.show([token.line])
    }
}

extension AccessToken {
    /// The token in one line.
    fileprivate var line: String {
        let allowed = scopes.map(\.rawValue).joined(separator: ", ")
        let end = validUntil.map { ", valid until \($0.text)" } ?? ""
        let revoked = revokedAt.map { ", revoked at \($0.text)" } ?? ""
        return "\(name): \(allowed); made at \(madeAt.text)\(end)\(revoked)"
    }
}
