// swift-tools-version: 6.2
import PackageDescription

// The rooms and who may import whom: docs/architecture.md. ArchitectureTests enforces the table.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "break-glass",
    products: [
        .executable(name: "event-enricher", targets: ["event-enricher"]),
        .executable(name: "sns-publisher", targets: ["sns-publisher"]),
        .executable(name: "drift-checker", targets: ["drift-checker"]),
        .executable(name: "breakglass", targets: ["breakglass"]),
        .executable(name: "echo", targets: ["echo"]),
    ],
    dependencies: [
        // Without its default trait, which brings Foundation into every function for one URL property.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // Ground
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        .target(name: "Time", swiftSettings: strict),

        // Floor 1
        .target(
            name: "HTTP", dependencies: ["CCurl", "CLinux", httpTypes],
            swiftSettings: strict + [.strictMemorySafety()]),

        // Floor 2
        .target(
            name: "LambdaRuntime", dependencies: ["HTTP", "Time", logging],
            swiftSettings: strict),
        .target(
            name: "Clients", dependencies: ["HTTP", "CCrypto", "CExpat", "Time", httpTypes],
            swiftSettings: strict),
        .target(name: "BreakGlass", dependencies: ["Time"], swiftSettings: strict),

        // Floor 3
        .target(
            name: "State", dependencies: ["BreakGlass", "Clients", "HTTP", "Time"],
            swiftSettings: strict),

        .target(
            name: "Collector", dependencies: ["BreakGlass", "Clients", "HTTP", "Time"],
            swiftSettings: strict),

        // Floor 4
        .target(
            name: "AlertPath", dependencies: ["BreakGlass", "Clients", "HTTP", "State", logging],
            swiftSettings: strict),
        .target(
            name: "Checker",
            dependencies: [
                "BreakGlass", "Clients", "Collector", "HTTP", "State", "Time", logging,
            ],
            swiftSettings: strict),

        // Roof
        .executableTarget(
            name: "event-enricher",
            dependencies: [
                "AlertPath", "BreakGlass", "Clients", "HTTP", "LambdaRuntime", "State", "Time",
                logging,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "sns-publisher",
            dependencies: [
                "AlertPath", "Clients", "HTTP", "LambdaRuntime", "State", "Time", logging,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "drift-checker",
            dependencies: [
                "BreakGlass", "Checker", "Clients", "HTTP", "LambdaRuntime", "State", "Time",
                logging,
            ],
            swiftSettings: strict),
        .target(
            name: "BreakGlassCLI",
            dependencies: [
                "AlertPath", "BreakGlass", "Checker", "Clients", "CZlib", "HTTP", "State", "Time",
                arguments, yams,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "breakglass", dependencies: ["BreakGlassCLI"], swiftSettings: strict),

        // Tests: one target a room
        .testTarget(name: "TimeTests", dependencies: ["Time"], swiftSettings: strict),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP"], swiftSettings: strict),
        .testTarget(
            name: "LambdaRuntimeTests", dependencies: ["HTTP", "LambdaRuntime", "Time", logging],
            swiftSettings: strict),
        .testTarget(
            name: "ClientsTests", dependencies: ["Clients", "Time"], swiftSettings: strict),
        .testTarget(
            name: "BreakGlassTests", dependencies: ["BreakGlass"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "StateTests",
            dependencies: ["BreakGlass", "Clients", "FakeAWS", "HTTP", "State"],
            swiftSettings: strict),
        .testTarget(
            name: "CollectorTests",
            dependencies: ["BreakGlass", "Clients", "Collector", "HTTP", "Time", httpTypes],
            swiftSettings: strict),
        .testTarget(
            name: "AlertPathTests",
            dependencies: [
                "AlertPath", "BreakGlass", "Clients", "FakeAWS", "HTTP", "State", logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CheckerTests",
            dependencies: [
                "BreakGlass", "Checker", "Clients", "FakeAWS", "HTTP", "State", httpTypes, logging,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "BreakGlassCLITests", dependencies: ["BreakGlassCLI", "breakglass"],
            exclude: ["Fixtures", "Transcripts"], swiftSettings: strict),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),

        // What tests use and run
        .target(
            name: "FakeAWS", dependencies: ["Clients", "HTTP", "Time", httpTypes],
            path: "Tests/FakeAWS", swiftSettings: strict),
        .executableTarget(
            name: "echo", dependencies: ["LambdaRuntime"], path: "Tests/Echo",
            swiftSettings: strict),
        .executableTarget(
            name: "runtime-probe", dependencies: ["HTTP", "LambdaRuntime", logging],
            path: "Tests/RuntimeProbe", swiftSettings: strict),
        .executableTarget(
            name: "aws-probe", dependencies: ["Time", "Clients", "HTTP", httpTypes],
            path: "Tests/AWSProbe",
            swiftSettings: strict),
        .executableTarget(
            name: "idp-probe",
            dependencies: ["BreakGlass", "Clients", "Collector", "HTTP", "Time"],
            path: "Tests/IdPProbe", swiftSettings: strict),

        // Benchmarks
        .executableTarget(
            name: "alerts-benchmark", dependencies: ["BreakGlass"], path: "Benchmarks/alerts",
            exclude: ["reference.py", "run"], swiftSettings: strict),
        .executableTarget(
            name: "collector-benchmark",
            dependencies: ["BreakGlass", "Clients", "Collector", "HTTP"],
            path: "Benchmarks/collector", exclude: ["reference.py", "run", "server.c"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
