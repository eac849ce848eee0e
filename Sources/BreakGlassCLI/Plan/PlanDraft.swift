import AWSClient
import AccessPlan
import Partitions
import Rollout

/// The plan that `breakglass plan init --from-organization` writes: the accounts that there are, with
/// everything else that was found as a comment.
struct PlanDraft {
    let survey: OrganizationSurvey

    /// The Region of the alert path.
    let home: String

    /// The emergency access account; `nil` leaves one to be written.
    let emergency: String?

    /// The text of the plan, without a line feed at its end.
    var text: String {
        [
            Self.opening, emergencyLines, regionLines, Self.users, accountLines, subscriberLines,
            trailLines, providerLines, Self.closing,
        ].map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// An account that no organization has: the credentials of no deployment fit.
    private static let nobody = "123456789012"

    /// The accounts that can be planned, by name.
    private var accounts: [Organizations.Account] {
        (survey.accounts.value ?? []).filter { $0.status == "ACTIVE" }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private static let opening = [
        "## The plan of Break Glass, drafted from your organization: who gets into which account in an",
        "## emergency, and who is notified. Read every line; breakglass plan init --stdout explains all",
        "## that can be written. Then run: breakglass plan validate plan.yaml",
        "", "## A word for your organization, shown in alerts.", "organization: example",
    ]

    private var emergencyLines: [String] {
        guard let emergency else {
            return [
                "## CHOOSE the account that holds break-glass users, emergency roles and the alert path: an",
                "## account of its own, not the management account, which no guardrail binds. This number is",
                "## of no account. Take the chosen account out of accounts: below.",
                "emergencyAccount: \(quoted(Self.nobody))",
            ]
        }
        let name = survey.accounts.value?.first { $0.id == emergency }?.name
        return [
            "## The account that holds break-glass users, emergency roles and the alert path"
                + (name.map { ": \(plain($0))." } ?? "."),
            "emergencyAccount: \(quoted(emergency))",
        ]
    }

    private var regionLines: [String] {
        var lines = [
            "## The Regions of the alert path. Standby sends an alert when home did not. All enabled Regions",
            "## are watched, not only these two.",
        ]
        switch survey.regions {
        case .found(let regions):
            lines += wrapped(
                "Enabled in account \(survey.account): \(regions.sorted().joined(separator: ", "))."
            )
        case .unread(let why):
            lines += wrapped("Which Regions are enabled could not be read: \(why)")
        }
        let standby = standby.map { ", standby: \($0)" } ?? ""
        return lines + ["regions: { home: \(home)\(standby) }"]
    }

    /// Another Region of the partition: the global one, or where sign-ins are recorded.
    private var standby: String? {
        let partition = Partition(region: home)
        let known = ["us-west-2"] + partition.globalSignInRegions + partition.regions.sorted()
        let enabled = survey.regions.value.map(Set.init)
        return known.first {
            $0 != home && Partition(region: $0) == partition && enabled?.contains($0) ?? true
        }
    }

    private static let users = [
        "## The access path when the identity provider is down: IAM users with password and MFA.",
        "breakGlassUsers: [BreakglassUser1, BreakglassUser2]",
    ]

    private var accountLines: [String] {
        var lines = [
            "## The accounts people must get into. Delete those that nobody needs in an emergency: they are",
            "## watched all the same. Accounts with the same number share an emergency role. Never reuse a",
            "## number.",
        ]
        if case .unread(let why) = survey.accounts {
            return lines + wrapped("The accounts could not be read: \(why)") + [
                "accounts: []"
            ]
        }
        lines.append("accounts:")
        let planned = accounts.filter { $0.id != emergency }
        if planned.isEmpty { lines[lines.count - 1] += " []" }
        var seen: Set<String> = []
        for (index, account) in planned.enumerated() {
            // An alert names the account: two of one name could not be told apart.
            let isNew = seen.insert(account.name).inserted && !account.name.isEmpty
            let name = isNew ? account.name : "\(account.name) \(account.id)"
            lines.append(
                "  - { number: \(index + 1), id: \(quoted(account.id)), name: \(quoted(name)) }"
                    + (account.id == survey.management.value.flatMap { $0 }
                        ? "  # the management account" : ""))
        }
        for account in survey.accounts.value ?? [] where account.status != "ACTIVE" {
            lines.append("## \(account.id) \(plain(account.name)) is \(account.status).")
        }
        return lines
    }

    private var subscriberLines: [String] {
        [
            "## Who gets alerts: put a real address in.", "subscribers:",
            "  - { protocol: email, endpoint: security@example.com }",
        ]
    }

    private static let closing = [
        "## Whom the guardrail (SCPs) does not stop: the role that deploys. Without it, no guardrail is",
        "## deployed.", "#administrators:",
        "#  rollout: arn:aws:iam::\(nobody):role/Rollout",
    ]
}
