import AccessPlan
import Snapshots

extension DriftCheck {
    /// The topic's key can encrypt and decrypt.
    public static let topicKeyWorks = DriftCheck(
        id: "topic-key-works",
        title:
            "The topics are encrypted with our key, which is enabled, rotates and lets the publisher in",
        question: .heard,
        rationale: """
            A key that is disabled, about to be deleted or closed to the publisher stops every \
            alert: SNS refuses to publish what it cannot encrypt.
            """,
        severity: .critical,
        remediation: """
            Enable the key or cancel its deletion at once; deploy the hub template again when its \
            policy was changed.
            """,
        reference: "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
        evaluate: { (snapshot, plan) throws(Unavailable) in
            var findings = Findings()
            let publisher = plan.roleARN(AlertPathNames.publisher, in: plan.emergencyAccount)
            for region in plan.regions.hubs {
                let hub = snapshot.hub(region)
                let alias = "\(AlertPathNames.keyAlias) in \(region)"
                findings.demand(hub.key, alias, "there is no key \(alias)")
                guard let key = hub.key.value else { continue }
                if key.state != "Enabled" {
                    findings.drift(key.arn, "key \(alias) is \(key.state)")
                }
                if findings.read(key.rotates) == false {
                    findings.drift(key.arn, "key \(alias) does not rotate", severity: .medium)
                }
                if let text = findings.read(key.policy) {
                    findings.compare(key.arn) { () throws(Unavailable) in
                        try KeyPolicy(text, arn: key.arn).problems(
                            publisher: publisher, account: plan.emergencyAccount
                        ).map { "the policy of key \(alias) \($0)" }
                    }
                }
                for name in [AlertPathNames.topic, AlertPathNames.chatTopic] {
                    // Another check reports a topic that does not exist.
                    guard let topic = hub.topics[name]?.value else { continue }
                    guard let used = topic.keyID else {
                        findings.drift(topic.arn, "topic \(name) in \(region) is not encrypted")
                        continue
                    }
                    if !key.isCalled(used) {
                        findings.drift(
                            topic.arn, "topic \(name) in \(region) is encrypted with \(used)")
                    }
                }
            }
            return findings.all
        })
}

extension Snapshot.Key {
    /// Whether an id, an ARN or an alias is this key's.
    fileprivate func isCalled(_ name: String) -> Bool {
        name == arn || arn.hasSuffix(":key/\(name)") || name == AlertPathNames.keyAlias
            || name.hasSuffix(":\(AlertPathNames.keyAlias)")
    }
}
