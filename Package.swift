// swift-tools-version: 6.2
import PackageDescription

/// Set by CI: there a warning is an error; a newer compiler must not break somebody else's build.
let strict = Context.environment["CI"] != nil

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// The one room that speaks to C: every call there carries `unsafe`.
let postgresSettings: [SwiftSetting] =
    settings + [.strictMemorySafety(), .enableExperimentalFeature("Lifetimes")]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "cases",
    platforms: [.macOS(.v26)],
    products: [
        .executable(name: "cases", targets: ["CasesCommand"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libpq-dev"])]),
        .target(name: "Digest", dependencies: ["CLibCrypto"], swiftSettings: settings),
        .target(
            name: "Postgres", dependencies: ["CLibPQ", logging], swiftSettings: postgresSettings),
        .target(name: "CanonicalJSON", swiftSettings: settings),
        .target(
            name: "CaseModel", dependencies: ["CanonicalJSON", "Digest"], swiftSettings: settings),
        .target(
            name: "Schema", path: "Schema",
            resources: [
                .embedInCode("roles"), .embedInCode("migrations"), .embedInCode("functions"),
                .embedInCode("triggers"), .embedInCode("privileges"),
            ],
            swiftSettings: settings),
        .target(
            name: "EventLog", dependencies: ["Postgres", "Schema", "CaseModel"],
            swiftSettings: settings),
        .target(name: "Ledger", dependencies: ["Digest"], swiftSettings: settings),
        .target(
            name: "Projections", dependencies: ["CaseModel"],
            resources: [.embedInCode("Search/Tables")], swiftSettings: settings),
        .target(
            name: "ReadModels",
            dependencies: ["Projections", "EventLog", "CanonicalJSON", "Digest", "Postgres"],
            swiftSettings: settings),
        .target(
            name: "PrivateServer",
            dependencies: [
                "Digest", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: settings),
        .target(
            name: "Casework",
            dependencies: [
                "PrivateServer", "Projections", "ReadModels", "EventLog", "Ledger", "CanonicalJSON",
                "CaseModel",
                "Postgres", "Digest", "Yams", logging,
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "CasesCommand",
            dependencies: [
                "Casework", "PrivateServer", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "cases-bench",
            dependencies: ["Casework", "Projections", "EventLog", "CaseModel", "CanonicalJSON"],
            path: "ops/bench/driver", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Postgres"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: settings),
        .testTarget(
            name: "PostgresTests", dependencies: ["Postgres", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], swiftSettings: settings),
        .testTarget(name: "CaseModelTests", dependencies: ["CaseModel"], swiftSettings: settings),
        .testTarget(
            name: "EventLogTests", dependencies: ["EventLog", "CanonicalJSON", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "LedgerTests", dependencies: ["Ledger", "Digest"], swiftSettings: settings),
        .testTarget(
            name: "ProjectionsTests", dependencies: ["Projections"], swiftSettings: settings),
        .testTarget(
            name: "PrivateServerTests", dependencies: ["PrivateServer", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "Casework", "ReadModels", "Projections", "EventLog", "CaseModel", "CanonicalJSON",
                "TestSupport", logging, .product(name: "InMemoryLogging", package: "swift-log"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CasesCommandTests", dependencies: ["CasesCommand", "Digest", "TestSupport"],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
