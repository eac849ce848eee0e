import AccessPlan
import Calls

@testable import Alerts

extension AlertPage {
    /// The table of severities, as docs/alerts.md shows it.
    static func severities() -> String {
        var page = """
            ## How urgent an alert is

            Severity follows what was done as much as who did it. **Critical** is what somebody must act on
            at night, **high** what must be looked at today, **medium** and **low** what the record keeps. A
            failed attempt is one level below the act. This table is generated from the values that the
            functions use (`Sources/Alerts/Severity`).

            Every alert is in exactly one row. "Root" is the root user, or a root session of the management
            account. "AWS" is AWS itself, with nobody's session behind it. "Others" are all others. A change
            of the access or the alert path is never declared, but for what the identity provider reports.

            | what was done | by whom | declared | severity | if it failed | why |
            |---|---|---|---|---|---|

            """
        for row in SeverityRow.all {
            let deeds =
                row.deeds.count > 3
                ? "Any change but a repair, or of a tag, a name or a description"
                : row.deeds.map(\.words).joined(separator: ". ")
            let doers = row.doers.count == Doer.allCases.count ? "anybody" : words(row.doers)
            let isAny = row.standings.count == Standing.allCases.count
            let standings = isAny ? "any" : words(row.standings)
            page += "| \(deeds) | \(doers) | \(standings) | \(words(row.severity)) "
            page += "| \(words(row.ifFailed)) | \(row.reason) |\n"
        }
        let (critical, all) = criticalShare
        page += """

            Of the \(all) calls of the catalog, \(critical) are critical when somebody who is not declared
            makes them with success: \(100 * critical / all) %.

            """
        return page
    }

    /// How many calls of the catalog are critical if they succeed.
    static var criticalShare: (critical: Int, all: Int) {
        let alerts = Call.all.map { sample(of: $0) }
        return (alerts.filter { $0.severityFromFacts == .critical }.count, alerts.count)
    }

    /// The alert of a call that somebody who is not declared makes.
    static func sample(of call: Call, failed: Bool = false) -> Alert {
        var alert = Alert()
        alert.due = true
        alert.kind = call.service == .okta ? .idpChange : .tamper
        alert.eventSource = call.service.rawValue
        alert.eventName = call.name
        alert.resource.type = call.target.type
        alert.principal.type = "AssumedRole"
        alert.outcome.result = failed ? .failure : .success
        alert.change = Change("value", now: "", gravity: call.gravity)
        return alert
    }

    private static func words(_ doers: [Doer]) -> String {
        doers.map { $0 == .aws ? "AWS" : $0.rawValue }.joined(separator: ", ")
    }

    private static func words(_ standings: [Standing]) -> String {
        standings.map { standing in
            switch standing {
            case .undeclared: "no"
            case .otherPerson: "for somebody else"
            case .declared: "yes"
            case .drill: "drill"
            }
        }.joined(separator: ", ")
    }

    private static func words(_ severity: Severity?) -> String {
        severity.map(\.rawValue) ?? "as reported"
    }
}
