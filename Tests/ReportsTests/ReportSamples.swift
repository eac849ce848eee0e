import Samples

@testable import AccessPlan
@testable import Reports
@testable import Snapshots

/// The runs that docs/report.md and docs/report.html show.
enum ReportSamples {
    static let all: [(title: String, report: Report)] = [
        ("All is well", report { _, _ in }),
        (
            "The app was opened, and an account lets nobody look",
            report { snapshot, _ in
                snapshot.identityProvider.app.edit { $0.state = .active }
                snapshot.identityProvider.app.edit { $0.lastUpdated = night - 7200 }
                snapshot.accounts[CheckPlan.staging] = nil
                snapshot.emergencyAccount.users["BreakglassUser1"]?.edit {
                    $0.mfaDevices.items.removeLast()
                }
            }
        ),
        (
            "An emergency is declared",
            report { snapshot, _ in
                open(&snapshot)
                snapshot.declaration = .observed(declaration)
            }
        ),
        (
            "The emergency is being closed",
            report { snapshot, _ in
                snapshot.identityProvider.groups["00gRole1Ops"]?.edit {
                    $0.members.items = [.init(id: "00uJane", login: "jane@example.com")]
                }
                var declaration = declaration
                declaration.closing = night - 1800
                snapshot.declaration = .observed(declaration)
            }
        ),
        ("Names are hostile, and something is waived", hostile),
    ]

    static let night = Snapshot.night

    static let declaration = Declaration(
        incident: "INC-4711", mode: .federation, declaredBy: "joe@example.com",
        approver: "ann@example.com", accounts: [CheckPlan.production],
        members: ["00gRole1Ops": ["Jane@example.com"]], declared: night - 7200,
        expires: night + 7200)

    /// Opens the federation path for one person.
    static func open(_ snapshot: inout Snapshot) {
        snapshot.identityProvider.app.edit { $0.state = .active }
        snapshot.identityProvider.app.edit { $0.lastUpdated = night - 6000 }
        snapshot.identityProvider.groups["00gRole1Ops"]?.edit {
            $0.members.items = [.init(id: "00uJane", login: "jane@example.com")]
            $0.lastMembershipUpdated = night - 5900
        }
    }

    static let hostileName =
        "<script>alert(1)</script> \u{202E}nimda\u{202C}\r\nhttps://evil.example @channel"

    static let hostile = report { snapshot, plan in
        snapshot.identityProvider.groups["00gRole1Ops"]?.edit {
            $0.members.items = [.init(id: "00uX", login: hostileName)]
        }
        snapshot.identityProvider.groupRules.items.append(
            .init(id: "0pr1", name: hostileName, status: "ACTIVE", groups: ["00gRole1RO"]))
        snapshot.accounts[CheckPlan.emergency]?.securityContact = .missing
        plan.organization = "example & \"sons\""
        plan.waivers = [
            Plan.Waiver(
                check: "security-contact-is-set", resource: nil,
                reason: "the mailbox is being set up", until: "2026-12-31")
        ]
    }

    static func report(
        _ plan: Plan = CheckPlan.okta, _ plant: (inout Snapshot, inout Plan) -> Void
    ) -> Report {
        var plan = plan
        var snapshot = Snapshot.healthy(plan)
        plant(&snapshot, &plan)
        return Report(of: snapshot, plan: plan)
    }

    static let page: String = {
        var page = """
            # What the nightly report says

            The report as text, as `breakglass check` prints it. The same report as a page is
            [report.html](report.html). A test keeps both true:
            `RENEW_GOLDEN=1 swift test --filter ReportPageTests` writes them anew.


            """
        for sample in all {
            page += "## \(sample.title)\n\n````text\n\(sample.report.text())````\n\n"
        }
        return page
    }()
}
