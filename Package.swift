// swift-tools-version: 6.2
import PackageDescription

// The modules and who imports whom: docs/architecture.md. ArchitectureTests holds both equal.

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "break-glass",
    products: ["event-enricher", "sns-publisher", "drift-checker", "breakglass", "echo"].map {
        .executable(name: $0, targets: [$0])
    },
    dependencies: [
        // Without its default trait, which brings Foundation into every function for one URL property.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // System libraries; template/, embedded by C
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .module("CTemplates"),
        // Ground
        .module("Time"),
        .module("Partitions"),
        .module("Text"),
        .module("Trails", "Text"),
        .module("System", "Time", handlesPointers: true),
        .module("XML", "CExpat"),
        .module("Crypto", "CCrypto", "Text", "Time"),
        // Floor 1
        .module("HTTP", "CCurl", "CLinux", "System", httpTypes, handlesPointers: true),
        .module("AccessPlan", "Partitions", "Text"),
        .module("Calls", "AccessPlan", "Text"),
        .module("EventPatterns", "Text"),
        .module("Outbox"),
        .module("Runs", "AccessPlan", "Text"),
        // Floor 2
        .module("LambdaRuntime", "HTTP", "System", "Text", "Time", logging),
        .module(
            "AWSClient", "Crypto", "HTTP", "Partitions", "System", "Text", "Time", "Trails", "XML",
            httpTypes),
        .module("IdPClient", "Crypto", "HTTP", "System", "Text", "Time", "XML", httpTypes),
        .module("Alerts", "AccessPlan", "Calls", "Partitions", "Text"),
        .module("Snapshots", "AccessPlan", "Runs", "Trails"),
        // Floor 3
        .module("Events", "AccessPlan", "Alerts", "Calls", "Runs", "Text", "Time"),
        .module("Templates", "AccessPlan", "Calls", "EventPatterns", "Partitions", "Text"),
        .module(
            "Checks", "AccessPlan", "Partitions", "Runs", "Snapshots", "Templates", "Text", "Time"),
        .module("Reports", "AccessPlan", "Checks", "Runs", "Snapshots", "Text", "Time"),
        .module("Deployment", "AccessPlan", "Checks", "Partitions", "Templates", "Text"),
        // Floor 4
        .module("TemplateFiles", "AccessPlan", "CTemplates", "Templates", yams),
        .module(
            "State", "AWSClient", "AccessPlan", "Alerts", "Events", "Outbox", "Runs", "System",
            "Text"),
        .module(
            "Redelivery", "AWSClient", "AccessPlan", "Alerts", "Events", "State", "System", "Text",
            "Time"),
        .module(
            "Collector", "AWSClient", "AccessPlan", "Alerts", "Crypto", "Events", "HTTP",
            "IdPClient", "Partitions", "Runs", "Snapshots", "System", "Templates", "Text", "Time"),
        .module(
            "AlertPath", "AWSClient", "AccessPlan", "Alerts", "Events", "Outbox", "State", "System",
            "Text", "Time", logging),
        .module(
            "Checker", "AWSClient", "AccessPlan", "Collector", "Reports", "Runs", "Snapshots",
            "State", "System", "Text", "Time", logging),
        .module(
            "Rollout", "AWSClient", "AccessPlan", "CZlib", "Collector", "Crypto", "Deployment",
            "HTTP", "Partitions", "Snapshots", "State", "System", "TemplateFiles", "Templates",
            "Text", "Time"),
        .module(
            "BreakGlassCLI", "AWSClient", "AccessPlan", "Alerts", "CZlib", "Checker", "Checks",
            "Crypto", "Deployment", "Events", "Partitions", "Redelivery", "Reports", "Rollout",
            "Snapshots", "State", "System", "TemplateFiles", "Templates", "Text", "Time", arguments,
            yams),

        // Roof: the programs
        .program(
            "event-enricher", "AWSClient", "AccessPlan", "AlertPath", "LambdaRuntime", "State",
            "System", "Time", logging),
        .program(
            "sns-publisher", "AWSClient", "AlertPath", "LambdaRuntime", "State", "System", "Time",
            logging),
        .program(
            "drift-checker", "AWSClient", "Checker", "LambdaRuntime", "State", "System", "Time",
            logging),
        .program("breakglass", "BreakGlassCLI"),

        // Tests: one target a module
        .tests(
            "AWSClientTests", "AWSClient", "FakeWorld", "HTTP", "System", "Text", "Time", "XML",
            httpTypes),
        .tests("AccessPlanTests", "AccessPlan", "Checks", "Reports", "Samples", "Snapshots"),
        .tests(
            "AlertPathTests", "AWSClient", "AccessPlan", "AlertPath", "Alerts", "Events", "FakeAWS",
            "FakeWorld", "HTTP", "Outbox", "Samples", "State", "System", "Text", "Time", logging),
        .tests(
            "AlertsTests", "AccessPlan", "Alerts", "Calls", "Samples", "Text", exclude: ["Golden"]),
        .tests("ArchitectureTests"),
        .tests("CallsTests", "AccessPlan", "Calls", "Samples", "Text"),
        .tests(
            "BreakGlassCLITests", "AWSClient", "AccessPlan", "BreakGlassCLI", "Checks", "FakeAWS",
            "HTTP", "Redelivery", "Reports", "Rollout", "Samples", "Snapshots", "Text", "Trails",
            "breakglass", arguments, exclude: ["Fixtures", "Transcripts"]),
        .tests(
            "CheckerTests", "AccessPlan", "Checker", "FakeAWS", "FakeWorld", "HTTP", "Snapshots",
            "State", "System", "Text", httpTypes, logging),
        .tests("ChecksTests", "AccessPlan", "Checks", "Reports", "Samples", "Snapshots", "Trails"),
        .tests(
            "CollectorTests", "AWSClient", "AccessPlan", "Checks", "Collector", "FakeWorld", "HTTP",
            "IdPClient", "Runs", "Snapshots", "System", "Templates", httpTypes),
        .tests("CryptoTests", "Crypto", "Samples", "Text", "Time"),
        .tests(
            "DeploymentTests", "AccessPlan", "Deployment", "EventPatterns", "Samples",
            "TemplateFiles", "Templates", "Text"),
        .tests("EventPatternsTests", "EventPatterns", "Text"),
        .tests("EventsTests", "AccessPlan", "Alerts", "Calls", "Events", "Samples", "Text"),
        .tests("HTTPTests", "FakeWorld", "HTTP", "System"),
        .tests(
            "IdPClientTests", "Crypto", "FakeWorld", "HTTP", "IdPClient", "Samples", "System",
            "Text", "Time", httpTypes),
        .tests("LambdaRuntimeTests", "FakeWorld", "LambdaRuntime", "System", "Time", logging),
        .tests("OutboxTests", "Outbox", "OutboxModel", "Samples"),
        .tests("PartitionsTests", "Partitions"),
        .tests(
            "RedeliveryTests", "AWSClient", "AccessPlan", "FakeAWS", "FakeWorld", "HTTP",
            "Redelivery", "Samples", "Text", httpTypes),
        .tests(
            "ReportsTests", "AccessPlan", "Alerts", "Checks", "Events", "Reports", "Runs",
            "Samples", "Snapshots"),
        .tests(
            "RolloutTests", "AWSClient", "AccessPlan", "Alerts", "Deployment", "FakeAWS",
            "FakeWorld", "HTTP", "Rollout", "Samples", "Snapshots", "System", "TemplateFiles",
            "Templates", "Text", "Trails", httpTypes),
        .tests("RunsTests", "AccessPlan", "Runs", "Text"),
        .tests("SnapshotsTests", "Snapshots"),
        .tests(
            "StateTests", "AWSClient", "AccessPlan", "Alerts", "Events", "FakeAWS", "FakeWorld",
            "HTTP", "Outbox", "Runs", "State", "System", "Text"),
        .tests("SystemTests", "FakeWorld", "System", "Time"),
        .tests(
            "TemplateFilesTests", "AccessPlan", "EventPatterns", "Samples", "TemplateFiles",
            "Templates", "Text"),
        .tests(
            "TemplatesTests", "AccessPlan", "EventPatterns", "Samples", "TemplateFiles", "Templates"
        ),
        .tests("TextTests", "Events", "Samples", "Text"),
        .tests("TimeTests", "Time"),
        .tests("TrailsTests", "Text", "Trails"),
        .tests("XMLTests", "XML"),

        // What tests use and run
        .module(
            "Samples", "AccessPlan", "Alerts", "Checks", "Crypto", "Events", "Reports", "Runs",
            "Snapshots", "Templates", "Text", "Trails", path: "Tests/Samples"),
        .module("FakeWorld", "System", "Time", path: "Tests/FakeWorld"),
        .module(
            "FakeAWS", "AWSClient", "FakeWorld", "HTTP", "System", "Text", httpTypes,
            path: "Tests/FakeAWS"),
        .program("echo", "LambdaRuntime", path: "Tests/Echo"),
        .module("OutboxModel", "Outbox", path: "Tests/OutboxModel"),
        .program("model-check", "Outbox", "OutboxModel", path: "Tests/ModelCheck"),
        .program("pattern-probe", "EventPatterns", "Text", path: "Tests/PatternProbe"),
        .program("runtime-probe", "LambdaRuntime", "System", logging, path: "Tests/RuntimeProbe"),
        .program(
            "wanted-probe", "AccessPlan", "Deployment", "Rollout", "State", "Templates", "Text",
            path: "Tests/WantedProbe"),
        .program(
            "aws-probe", "AWSClient", "HTTP", "System", "Text", "Time", httpTypes,
            path: "Tests/AWSProbe"),
        .program(
            "idp-probe", "AWSClient", "AccessPlan", "Checks", "Collector", "IdPClient", "Snapshots",
            "System", "Text", "Time", path: "Tests/IdPProbe"),
        // Benchmarks
        .program(
            "events-benchmark", "AccessPlan", "Alerts", "Events", path: "Benchmarks/events",
            exclude: ["harmless.py", "make_event.py", "reference.py", "run"]),
        .program(
            "alerts-benchmark", "Alerts", path: "Benchmarks/alerts",
            exclude: ["reference.py", "run"]),
        .program(
            "collector-benchmark", "AWSClient", "AccessPlan", "Collector", "Snapshots", "System",
            path: "Benchmarks/collector", exclude: ["reference.py", "run", "server.c"]),
    ],
    swiftLanguageModes: [.v6]
)

// `make unit only=ChecksTests` declares one target of tests, so that no other is built.
if let only = Context.environment["BREAKGLASS_TESTS_ONLY"] {
    package.targets.removeAll { $0.type == .test && $0.name != only }
}

extension Target {
    static let strict: [SwiftSetting] = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]

    /// A library in `Sources/NAME`. Where it handles pointers, each unsafe use has to say so.
    static func module(
        _ name: String, _ dependencies: Dependency..., path: String? = nil,
        handlesPointers: Bool = false
    ) -> Target {
        .target(
            name: name, dependencies: dependencies, path: path,
            swiftSettings: strict + (handlesPointers ? [.strictMemorySafety()] : []))
    }

    /// An executable.
    static func program(
        _ name: String, _ dependencies: Dependency..., path: String? = nil, exclude: [String] = []
    ) -> Target {
        .executableTarget(
            name: name, dependencies: dependencies, path: path, exclude: exclude,
            swiftSettings: strict)
    }

    /// The tests of the module `NAME`, in `Tests/NAMETests`.
    static func tests(
        _ name: String, _ dependencies: Dependency..., exclude: [String] = []
    ) -> Target {
        .testTarget(
            name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
    }
}
