/// Where the layout of the tests differs from that of the sources, each with the reason.
enum LayoutExceptions {
    /// Suites that are not named after one file, type or folder.
    static let suites = [
        "CatalogueTests": "the checks as a list, and docs/checks.md, which names this suite",
        "GoldenTests": "the reviewed bodies of every alert, and docs/alerts.md, which names it",
        "ReportPageTests": "docs/report.md and docs/report.html, which name it",
        "ReadmeTests": "the examples of README.md, by several commands",
        "TranscriptTests": "the built program, as people run it",
        "MutationTests": "everything that reads an answer of AWS, on damaged input",
        "GrantTests": "how a call gets its access token: several files of WebAPI",
        "ListTests": "how a call reads all pages: several files of WebAPI",
    ]

    /// Files that hold a suite of another name.
    static let otherNames: Set<String> = ["TokensTests"]

    /// Folders without unit tests.
    static let folders = [
        "Sources/AccessPlan/Emergencies": "one value without logic; ReportsTests covers its use",
        "Sources/AWSClient/Services":
            "Tests/Integration/aws compares every operation with AWS's own model",
        "Sources/IdPClient/Graph": "Tests/Integration/idp runs every call against graph.yaml",
        "Sources/IdPClient/Okta": "Tests/Integration/idp runs every call against okta.yaml",
        "Sources/Collector/IdentityProviders/Entra":
            "Tests/Integration/idp reads whole tenants, in order and with each fault",
        "Sources/Collector/IdentityProviders/Okta":
            "Tests/Integration/idp reads whole tenants, in order and with each fault",
        "Sources/event-enricher": "starts AlertPath; Tests/Integration/functions runs it",
        "Sources/sns-publisher": "starts AlertPath; Tests/Integration/functions runs it",
        "Sources/drift-checker": "starts Checker; Tests/Integration/functions runs it",
        "Sources/breakglass": "starts BreakGlassCLI; TranscriptTests runs it",
    ]
}
