import AccessPlan
import Snapshots

extension DriftCheck {
    /// What was deployed is what is there.
    public static let stackMatchesTemplate = DriftCheck(
        id: "stack-matches-template",
        title: "Our CloudFormation stacks are complete and have not drifted",
        question: .exercised,
        rationale: """
            CloudFormation compares what it made with what is there, also where no other check \
            looks. A stack that failed halfway is neither old nor new.
            """,
        severity: .medium,
        remediation: "See in CloudFormation what drifted, and deploy the templates again.",
        reference:
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html",
        explainedBy: [
            "emergency-roles-exist", "workload-roles-exist", "rules-exist-in-every-region",
            "emergency-roles-trust-the-provider",
            "workload-roles-trust-only-their-emergency-role",
            "break-glass-roles-trust-only-the-users-with-mfa",
            "workload-roles-carry-the-planned-policies", "rules-reach-the-hub",
            "rules-see-read-only-events", "rule-patterns-match", "functions-are-live",
            "topic-key-works",
        ],
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let words = AccountWords(plan)
            for id in plan.watchedAccounts {
                let list = snapshot.account(id).stacks
                let place = words(id)
                for stack in findings.read(list) {
                    let words = "stack \(stack.name) in \(stack.region) of \(place)"
                    let resource = "\(id)/\(stack.region)/\(stack.name)"
                    if !stack.status.hasSuffix("_COMPLETE") || stack.status.contains("ROLLBACK") {
                        findings.drift(resource, "\(words) is \(stack.status)")
                    }
                    switch findings.read(stack.drift) {
                    case "IN_SYNC", nil: break
                    case "DRIFTED": findings.drift(resource, "\(words) has drifted")
                    case .some(let word):
                        findings.gap(Unavailable("the drift of \(words)", .malformed, detail: word))
                    }
                }
                if id == plan.emergencyAccount, list.items.isEmpty, list.unread == nil {
                    findings.drift(id, "account \(place) has no stack of ours")
                }
            }
            return findings.all
        })
}
