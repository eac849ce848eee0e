import AccessPlan

@testable import Alerts
@testable import Calls

/// The catalog of calls, as docs/calls.md shows it.
enum CallPage {
    static func markdown() -> String {
        var page = """
            # What each call means

            The catalog of API calls that change emergency access or the alert path: \(Call.all.count) calls, by
            service. It is generated from the rows that the functions use (`Sources/Calls/Rows`). A test
            keeps this page true: `RENEW_GOLDEN=1 swift test --filter GoldenTests` writes it anew. Another
            compares the catalog with AWS's own models: every call of these services is a row, a read, a
            use (a sign-in, credentials), or harmless for a reason.

            A call counts when it names something of the plan. "Value" is what an alert shows as before and
            now, where the event states it; a dash means that the words say all. In commands, `{…}` stands for
            what the event states, and `[…]` is left out if it states no such thing. "Severity" is that of
            somebody who is no AWS service and not root, and after the slash that of a failed attempt. The
            value may change it: [the table](alerts.md#how-urgent-an-alert-is) has all conditions.

            """
        let services = Set(Call.all.map(\.service.rawValue)).sorted()
        for service in services {
            page += "\n## \(service)\n\n| call | the resource | value | undone by | severity |\n"
            page += "|---|---|---|---|---|\n"
            let rows = Call.all.filter { $0.service.rawValue == service }
            for call in rows.sorted(by: { $0.name < $1.name }) { page += row(of: call) }
        }
        return page + harmless()
    }

    private static func row(of call: Call) -> String {
        var lines = line(call, call.name)
        for side in call.sides {
            lines += line(call.about(side.type), "\(call.name), about \(words(side.type))")
        }
        return lines
    }

    private static func line(_ call: Call, _ name: String) -> String {
        let severity = AlertPage.sample(of: call).severityFromFacts
        let failed = AlertPage.sample(of: call, failed: true).severityFromFacts
        return "| `\(name.split(separator: ",")[0])`\(name.dropFirst(call.name.count)) "
            + "| \(cell(call.words.passive)) | \(value(of: call)) | \(undo(of: call)) "
            + "| \(severity.rawValue) / \(failed.rawValue) |\n"
    }

    private static func value(of call: Call) -> String {
        guard let change = call.change else { return "–" }
        guard let fact = change.read(CallParts()) else { return "stated" }
        return cell("\(fact.what): " + (fact.before.map { "\($0) → " } ?? "") + fact.after)
    }

    private static func undo(of call: Call) -> String {
        switch call.undo {
        case .run(let commands), .remove(let commands), .runOrFind(let commands, _, _):
            commands.map { "`aws \(cell($0))`" }.joined(separator: ", ")
        case .deploy: "`breakglass deploy`"
        case .byHand(let sentence, _), .never(let sentence), .find(let sentence, _): cell(sentence)
        }
    }

    private static func harmless() -> String {
        var reasons: [String: [String]] = [:]
        for (service, name) in Call.listed {
            guard case .harmless(let reason, let everyday)? = Call.classOf(service, name) else {
                continue
            }
            let key = "\(service.rawValue): \(reason)\(everyday ? " (silent on our own, too)" : "")"
            reasons[key, default: []].append("`\(name)`")
        }
        var page = """

            ## Calls without a row

            They change nothing of ours. If one names something of ours nevertheless, it raises an alert,
            unless it is everyday use.

            | why | calls |
            |---|---|

            """
        for (reason, names) in reasons.sorted(by: { $0.key < $1.key }) {
            page += "| \(cell(reason)) | \(names.sorted().joined(separator: ", ")) |\n"
        }
        return page
    }

    private static func words(_ type: ResourceKind) -> String {
        type.rawValue.replacing("_", with: " ")
    }

    /// A cell of a table ends at a vertical bar.
    private static func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|").replacing("\n", with: " ")
    }
}
