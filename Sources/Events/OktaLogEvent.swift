import Text

/// One event of Okta's System Log, as its log stream puts it on an EventBridge partner bus.
///
/// Source: Okta System Log API, "LogEvent object".
struct OktaLogEvent: Sendable {
    /// What or whom the event is about.
    struct Target: Sendable {
        var id: String?
        var type: String?
        var alternateID: String?
        var displayName: String?

        /// What it was and is now, as far as Okta says: "label: Old".
        var from: [String] = []
        var to: [String] = []
    }

    var uuid: String?
    var published: String?
    var eventType: String?
    var displayMessage: String?
    var actorName: String?
    var actorID: String?

    /// `User`, `SystemPrincipal`, `PublicClientApp`, ….
    var actorType: String?

    var ipAddress: String?
    var userAgent: String?
    var result: String?
    var reason: String?
    var targets: [Target] = []

    /// The group rule that filled or emptied a group, and the expression of a rule.
    var groupRule: String?
    var expression: String?

    init(_ scanner: inout JSONScanner) {
        scanner.object { scanner, key in
            switch key {
            case "uuid": uuid = scanner.text()
            case "published": published = scanner.text()
            case "eventType": eventType = scanner.text()
            case "displayMessage": displayMessage = scanner.text()
            case "actor":
                scanner.object { scanner, key in
                    switch key {
                    case "id": actorID = scanner.text()
                    case "type": actorType = scanner.text()
                    case "alternateId": actorName = scanner.text()
                    default: break
                    }
                }
            case "client":
                scanner.object { scanner, key in
                    switch key {
                    case "ipAddress": ipAddress = scanner.text()
                    case "userAgent":
                        scanner.object { scanner, key in
                            if case "rawUserAgent" = key { userAgent = scanner.text() }
                        }
                    default: break
                    }
                }
            case "outcome":
                scanner.object { scanner, key in
                    switch key {
                    case "result": result = scanner.text()
                    case "reason": reason = scanner.text()
                    default: break
                    }
                }
            case "target": readTargets(&scanner)
            case "debugContext":
                scanner.object { scanner, key in
                    if case "debugData" = key { readDebugData(&scanner) }
                }
            default: break
            }
        }
    }

    private mutating func readTargets(_ scanner: inout JSONScanner) {
        scanner.array { scanner in
            guard targets.count < 64 else { return }
            var target = Target()
            scanner.object { scanner, key in
                switch key {
                case "id": target.id = scanner.text()
                case "type": target.type = scanner.text()
                case "alternateId": target.alternateID = scanner.text()
                case "displayName": target.displayName = scanner.text()
                case "changeDetails":
                    scanner.object { scanner, key in
                        switch key {
                        case "from": target.from = Self.pairs(&scanner)
                        case "to": target.to = Self.pairs(&scanner)
                        default: break
                        }
                    }
                default: break
                }
            }
            targets.append(target)
        }
    }

    private mutating func readDebugData(_ scanner: inout JSONScanner) {
        scanner.object { scanner, key in
            switch key.name.foldedName {
            case "triggered_by_group_rule_id", "triggeredbygroupruleid": groupRule = scanner.text()
            case let name where name.hasSuffix("expression"): expression = scanner.text()
            default: break
            }
        }
    }

    /// The plain members of an object, no secrets: "label: Old".
    private static func pairs(_ scanner: inout JSONScanner) -> [String] {
        var pairs: [String] = []
        scanner.object { scanner, key in
            guard pairs.count < 16, !Secrets.isMember(key), let value = scanner.text() else {
                return
            }
            pairs.append("\(key.name): \(value)")
        }
        return pairs
    }
}
