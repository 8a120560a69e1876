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
        .executable(name: "cases", targets: ["CasesCommand"]),
        .executable(name: "cases-web", targets: ["CasesWeb"]),
    ],
    dependencies: [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Gzip", dependencies: ["CLibZ"], swiftSettings: settings),
        .target(name: "Digest", dependencies: ["CLibCrypto"], swiftSettings: settings),
        .target(name: "Signatures", dependencies: ["CLibCrypto"], swiftSettings: settings),
        .target(
            name: "Postgres", dependencies: ["CLibPQ", logging], swiftSettings: postgresSettings),
        .target(name: "CanonicalJSON", swiftSettings: settings),
        .target(
            name: "CaseModel", dependencies: ["CanonicalJSON", "Digest"], swiftSettings: settings),
        .target(
            name: "Schema", path: "Schema",
            resources: [
                .embedInCode("roles"), .embedInCode("migrations"), .embedInCode("functions"),
                .embedInCode("triggers"), .embedInCode("views"), .embedInCode("privileges"),
            ],
            swiftSettings: settings),
        .target(
            name: "EventLog", dependencies: ["CaseModel", "Postgres", "Schema"],
            swiftSettings: settings),
        .target(
            name: "Exchange", dependencies: ["CanonicalJSON", "CaseModel", "Digest"],
            swiftSettings: settings),
        .target(
            name: "ListForms", dependencies: ["CaseModel"], swiftSettings: settings),
        .target(name: "Ledger", dependencies: ["Digest", "Signatures"], swiftSettings: settings),
        .target(
            name: "Projections", dependencies: ["CanonicalJSON", "CaseModel"],
            resources: [
                .embedInCode("Ownership/Rules"), .embedInCode("Registers/Tables"),
                .embedInCode("Search/Tables"),
            ],
            swiftSettings: settings),
        .target(
            name: "ReadModels", dependencies: ["Digest", "EventLog", "Postgres", "Projections"],
            swiftSettings: settings),
        .target(
            name: "PrivateServer",
            dependencies: [
                "Digest", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], swiftSettings: settings),
        .target(
            name: "Casework",
            dependencies: [
                "CanonicalJSON", "CaseModel", "Digest", "EventLog", "Exchange", "Ledger",
                "ListForms",
                "Postgres", "PrivateServer", "Projections", "ReadModels", logging, "Yams",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], resources: [.embedInCode("Bundles/Files")], swiftSettings: settings),
        .target(
            name: "Wording",
            dependencies: ["CanonicalJSON", "CaseModel", "Casework", "Exchange", "Projections"],
            swiftSettings: settings),
        .target(
            name: "Pages",
            dependencies: [
                "CanonicalJSON", "CaseModel", "Casework", "Digest", "EventLog", "Projections",
                "Wording", .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], resources: [.embedInCode("Templates")], swiftSettings: settings),
        .target(
            name: "CommandSupport",
            dependencies: [
                "CanonicalJSON", "CaseModel", "Casework", "Projections", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), logging,
            ], swiftSettings: settings),
        .executableTarget(
            name: "CasesWeb",
            dependencies: [
                "CanonicalJSON", "CaseModel", "Casework", "CommandSupport", "Digest", "EventLog",
                "Gzip", "Pages", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"), logging,
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "CasesCommand",
            dependencies: [
                "CanonicalJSON", "CaseModel", "Casework", "CommandSupport", "Digest", "EventLog",
                "Exchange", "Ledger", "ListForms",
                "Pages", "PrivateServer", "Projections", "ReadModels", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), logging,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ], swiftSettings: settings),
        .executableTarget(
            name: "cases-bench",
            dependencies: ["CanonicalJSON", "CaseModel", "Casework", "EventLog", "Projections"],
            path: "ops/bench/driver", swiftSettings: settings),
        .target(
            name: "TestSupport", dependencies: ["Postgres"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .target(name: "RandomSupport", path: "Tests/RandomSupport", swiftSettings: settings),
        .testTarget(
            name: "DigestTests", dependencies: ["Digest", "Signatures"], swiftSettings: settings),
        .testTarget(
            name: "PostgresTests", dependencies: ["RandomSupport", "Postgres", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CanonicalJSONTests", dependencies: ["RandomSupport", "CanonicalJSON"],
            swiftSettings: settings),
        .testTarget(
            name: "CaseModelTests", dependencies: ["RandomSupport", "CanonicalJSON", "CaseModel"],
            swiftSettings: settings),
        .testTarget(
            name: "EventLogTests",
            dependencies: [
                "RandomSupport",
                "CanonicalJSON", "CaseModel", "EventLog", "Postgres", "Schema", "TestSupport",
                .product(name: "InMemoryLogging", package: "swift-log"), logging,
            ], swiftSettings: settings),
        .testTarget(
            name: "LedgerTests", dependencies: ["Digest", "Ledger"], swiftSettings: settings),
        .testTarget(
            name: "ListFormsTests", dependencies: ["CaseModel", "ListForms"],
            swiftSettings: settings),
        .testTarget(
            name: "ProjectionsTests",
            dependencies: ["RandomSupport", "CanonicalJSON", "CaseModel", "Projections"],
            swiftSettings: settings),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["RandomSupport", "CanonicalJSON", "CaseModel", "Projections"],
            swiftSettings: settings),
        .testTarget(
            name: "PrivateServerTests", dependencies: ["PrivateServer", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "RandomSupport", "CanonicalJSON", "CaseModel", "Casework", "EventLog", "Postgres",
                "Projections",
                "ReadModels", "TestSupport",
                .product(name: "InMemoryLogging", package: "swift-log"), logging,
            ], swiftSettings: settings),
        .testTarget(
            name: "PagesTests",
            dependencies: ["CanonicalJSON", "CaseModel", "Casework", "Pages", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CasesWebTests", dependencies: ["CasesCommand", "CasesWeb", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "CasesCommandTests",
            dependencies: [
                "RandomSupport",
                "CanonicalJSON", "CaseModel", "CasesCommand", "Casework", "CommandSupport",
                "Digest", "EventLog", "Ledger", "Postgres",
                "TestSupport", "Wording",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
