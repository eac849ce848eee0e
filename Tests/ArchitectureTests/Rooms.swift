/// Who may import whom: the table of docs/architecture.md.
///
/// Imports go downward only. What a room may import beside Swift's own modules is listed; all else
/// is forbidden, some of it for a reason that deserves saying.
enum Rooms {
    /// What each room may import; the order is that of the floors, ground first.
    static let table: [(room: String, may: Set<String>)] = [
        ("CCurl", []),
        ("CCrypto", []),
        ("CExpat", []),
        ("CLinux", []),
        ("CZlib", []),
        ("Time", []),
        ("HTTP", ["CCurl", "CLinux", "HTTPTypes"]),
        ("LambdaRuntime", ["HTTP", "Time", "Logging"]),
        ("Clients", ["HTTP", "CCrypto", "CExpat", "Time", "HTTPTypes"]),
        ("BreakGlass", ["Time"]),
        ("State", ["BreakGlass", "Clients", "HTTP", "Time"]),
        (
            "Checker",
            ["BreakGlass", "Clients", "Collector", "HTTP", "State", "Time", "Logging"]
        ),
        ("AlertPath", ["BreakGlass", "Clients", "HTTP", "State", "Time", "Logging"]),
        ("Collector", ["BreakGlass", "Clients", "HTTP", "Time"]),
        ("event-enricher", wired.union(["BreakGlass"])),
        ("sns-publisher", wired),
        (
            "drift-checker",
            wired.subtracting(["AlertPath"]).union(["BreakGlass", "Checker"])
        ),
        (
            "BreakGlassCLI",
            [
                "AlertPath", "BreakGlass", "Checker", "Clients", "HTTP", "State", "Time", "CZlib",
                "ArgumentParser", "Yams", "Foundation",
            ]
        ),
        ("breakglass", ["BreakGlassCLI"]),
    ]

    /// What a function is made of.
    private static let wired: Set<String> = [
        "AlertPath", "LambdaRuntime", "Clients", "HTTP", "State", "Time", "Logging",
    ]

    /// Swift's own: they bring no I/O of ours and no weight that a Lambda would feel.
    static let always: Set<String> = ["Swift", "Synchronization"]

    /// Swift's own where a room needs them: the C library, and JSON.
    static let platform: Set<String> = ["FoundationEssentials", "Glibc", "Dispatch"]

    /// Why not, where the table alone does not tell.
    static func reason(against module: String, in room: String) -> String {
        switch (module, room) {
        case ("Foundation", _), ("FoundationNetworking", _), ("FoundationXML", _):
            "a function that links Foundation weighs 57.8 MB instead of 13.6"
        case (_, "BreakGlass"):
            "BreakGlass is pure: no I/O, no clock, no environment, so that all of it can be tested"
        case ("CCurl", _):
            "only HTTP talks to libcurl: every option is set there, with its reason"
        case ("CLinux", _):
            "only HTTP waits for sockets"
        case ("Clients", "LambdaRuntime"):
            "the runtime knows Lambda's Runtime API and nothing else of AWS"
        case ("Crypto", _):
            "OpenSSL, which TLS brings along, has what is needed; swift-crypto and what it links make "
                + "a zip 2.8 MB larger"
        case ("CZlib", _):
            "only the command line reads packed log files"
        default:
            "the table of docs/architecture.md does not list it"
        }
    }
}
