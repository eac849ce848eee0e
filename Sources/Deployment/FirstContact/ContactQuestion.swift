/// What documentation does not tell and only a real account can: how AWS behaves where this product is
/// correct whatever the answer is.
public enum ContactQuestion: String, Sendable, CaseIterable {
    case busSourceARN = "bus-source-arn"
    case readOnlyEvents = "read-only-events"
    case testedComplexity = "tested-complexity"
    case ruleComplexity = "rule-complexity"
    case topicPolicy = "topic-policy"
    case deniedAssumeRole = "denied-assume-role"
    case switchRole = "switch-role"
    case eventBridgeKMS = "eventbridge-kms"
    case identityCenterApplication = "identity-center-application"
    case emailDelay = "email-delay"

    /// How it is asked.
    public enum Way: Sendable, Hashable {
        /// Nothing is changed: what is read.
        case reads(String)
        /// Something is made and removed again: what.
        case writes(String)
        /// Only a person can tell: what to do.
        case person(String)
    }

    /// What is unknown.
    public var text: String {
        switch self {
        case .busSourceARN:
            "Does the policy of a bus see aws:SourceArn when a rule puts events on it by a role?"
        case .readOnlyEvents:
            "Do read-only management events reach a custom bus whose rule asks for all of them?"
        case .testedComplexity:
            "Does TestEventPattern refuse a pattern that is too complex for a rule?"
        case .ruleComplexity: "How complex may the pattern of a rule be?"
        case .topicPolicy: "May one topic's policy name two topics as resources?"
        case .deniedAssumeRole:
            "Is a denied AssumeRole from another account recorded in the account of the role?"
        case .switchRole: "In which Region is a switch of role in the console recorded?"
        case .eventBridgeKMS:
            "Which encryption context does EventBridge give KMS, for conditions of a key policy?"
        case .identityCenterApplication:
            "How does Identity Center record a sign-in to an organization's own application?"
        case .emailDelay: "How long does a subscriber wait for an alert by e-mail?"
        }
    }

    /// What depends on the answer.
    public var why: String {
        switch self {
        case .busSourceARN:
            "The hub bus denies everything without it: if it were missing, nobody would hear anything."
        case .readOnlyEvents:
            "AssumeRole is read-only: without these events nobody hears who takes a role."
        case .testedComplexity:
            "If it does, preflight knows before a deployment which rule would be refused."
        case .ruleComplexity:
            "plan validate refuses what may be too complex, with a margin that may be too large."
        case .topicPolicy: "hub.yaml gives each topic a policy of its own, to be sure."
        case .deniedAssumeRole:
            "If not, attempts from accounts without rules of ours are not heard."
        case .switchRole: "Every enabled Region has a rule for it: some may never match."
        case .eventBridgeKMS:
            "Queues that EventBridge writes to are not encrypted with our key, to be sure."
        case .identityCenterApplication:
            "A sign-in to the emergency application is not watched at Identity Center."
        case .emailDelay: "No page promises how fast people hear."
        }
    }

    /// How it is asked, as sentences without subject.
    public var way: Way {
        switch self {
        case .busSourceARN, .readOnlyEvents:
            .reads("looks in the state table for canaries that arrived in the last day")
        case .testedComplexity: .reads("asks events:TestEventPattern with 12 patterns")
        case .ruleComplexity:
            .writes(
                "puts 12 patterns, one after the other, into the disabled rule \(Self.name) without "
                    + "targets, on the default bus of the home Region, and deletes the rule")
        case .topicPolicy:
            .writes(
                "makes the topics \(Self.name) and \(Self.name)-2 in the home Region, gives one a "
                    + "policy, and deletes both")
        case .deniedAssumeRole:
            .writes(
                "makes the role \(Self.name) without permissions in the emergency access account, "
                    + "lets the other account be denied it once, waits for CloudTrail, and deletes it"
            )
        case .switchRole: .reads("searches 90 days of CloudTrail's event history for SwitchRole")
        case .eventBridgeKMS:
            .reads("searches 90 days of CloudTrail's event history for KMS calls of EventBridge")
        case .identityCenterApplication:
            .reads("searches 90 days of CloudTrail's event history for events of Identity Center")
        case .emailDelay:
            .person(
                "declare a drill, sign in as a break-glass user, and compare the time of the e-mail "
                    + "with the event's time in it: docs/runbooks/first-drill.md")
        }
    }

    /// The name of everything that is made to find out; not one of ours, so that no rule alerts.
    public static let name = "first-contact"
}
