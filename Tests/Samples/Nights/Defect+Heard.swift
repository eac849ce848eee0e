import AccessPlan
import Checks
import Reports
import Snapshots
import Templates
import Trails

extension Defect {
    package static let heard: [Defect] = [
        // trail-is-logging
        .trail("the trail is stopped") { $0.isLogging = .observed(false) },
        .trail("the trail is of one Region") { $0.isMultiRegion = false },
        .trail("the trail leaves reading calls out") {
            $0.managementEvents = .observed(.notAll("read events are left out"))
        },
        .trail("the trail cannot deliver", .high) { $0.deliveryError = "AccessDenied" },
        .drift("trail-is-logging", "there is no trail") {
            $0.accounts[CheckPlan.production]?.trails.items = []
        },
        .unread("trail-is-logging", "nobody knows whether the trail logs") {
            $0.accounts[CheckPlan.production]?.trails.items[0].isLogging = .denied
        },

        // rules-exist-in-every-region
        .drift("rules-exist-in-every-region", "a rule was deleted") {
            $0.accounts[CheckPlan.production]?.rules["us-east-1"]?.items.removeLast()
        },
        .drift("rules-exist-in-every-region", "a Region was enabled and has no rules") {
            $0.accounts[CheckPlan.production]?.rules["us-east-1"]?.items = []
        },
        .unread(
            "rules-exist-in-every-region", "a Region hangs",
            consequences: [
                "rules-see-read-only-events", "rule-patterns-match", "rules-reach-the-hub",
            ]
        ) {
            $0.accounts[CheckPlan.production]?.rules["us-east-1"] = Listing(
                [], unread: Unavailable("the rules", .timeout))
        },
        .unread(
            "rules-exist-in-every-region", "the enabled Regions cannot be read",
            consequences: [
                "rules-see-read-only-events", "rule-patterns-match", "rules-reach-the-hub",
                "queues-are-empty-and-alarms-live", "canary-was-heard",
            ]
        ) { $0.accounts[CheckPlan.production]?.regions = .denied },

        // rules-see-read-only-events
        .rule("rules-see-read-only-events", "a rule is disabled", .critical) {
            $0.state = "DISABLED"
        },
        .rule("rules-see-read-only-events", "a rule is merely enabled") { $0.state = "ENABLED" },

        // rule-patterns-match
        .drift("rule-patterns-match", "a pattern was narrowed") {
            $0.accounts[CheckPlan.production]?.rules["us-east-1"]?.items[0].pattern = "{narrow}"
            $0.patternTests["{narrow}"] = .observed(
                .init(matched: [], refused: Set(CannedEvent.all(for: CheckPlan.okta).map(\.name))))
        },
        .drift("rule-patterns-match", "a pattern believes anybody") {
            $0.accounts[CheckPlan.production]?.rules["us-east-1"]?.items[0].pattern = "{wide}"
            $0.patternTests["{wide}"] = .observed(
                .init(matched: Set(CannedEvent.all(for: CheckPlan.okta).map(\.name)), refused: []))
        },
        .rule("rule-patterns-match", "a pattern was not tried", status: .notChecked) {
            $0.pattern = "{other}"
        },

        // rules-reach-the-hub
        .rule("rules-reach-the-hub", "a rule has lost its target") { $0.targets.items = [] },
        .rule("rules-reach-the-hub", "a rule forgets the standby hub") {
            $0.targets.items.removeLast()
        },
        .rule("rules-reach-the-hub", "a rule sends elsewhere too") {
            $0.targets.items.append(.init(arn: "arn:aws:sqs:us-east-1:999988887777:theirs"))
        },
        .rule("rules-reach-the-hub", "a target has no role") { $0.targets.items[0].roleARN = nil },
        .rule("rules-reach-the-hub", "a target has no dead-letter queue") {
            $0.targets.items[0].deadLetterARN = nil
        },
        .rule("rules-reach-the-hub", "a target has another dead-letter queue") {
            $0.targets.items[0].deadLetterARN = "arn:aws:sqs:us-east-1:111122223333:other"
        },
        .rule("rules-reach-the-hub", "a target has another role than all others") {
            $0.targets.items[0].roleARN = "arn:aws:iam::111122223333:role/Other"
        },
        .rule("rules-reach-the-hub", "a target changes what it sends") {
            $0.targets.items[0].changesInput = true
        },
        .bus("anybody may send") {
            $0.replacing(#""Condition":{"ArnLike""#, with: #""Condition":{"ArnNotLike""#)
        },
        .bus("an account may not send") { $0.replacing(#","# + "\n   \"222233334444\"", with: "") },
        .bus("rules of any name may send") {
            $0.replacing("arn:aws:events:*:*:rule/breakglass-*", with: "arn:aws:events:*:*:rule/*")
        },
        .bus("identities of the account may send") {
            $0.replacing(
                #""Effect":"Deny","Principal":"*""#,
                with: #""Effect":"Deny","Principal":{"AWS":"1"}"#)
        },
        .drift("rules-reach-the-hub", "the bus has no policy") {
            $0.hubs[CheckPlan.home]?.bus.edit { $0.policy = nil }
        },
        .drift("rules-reach-the-hub", "the bus was deleted") {
            $0.hubs[CheckPlan.standby]?.bus = .missing
        },
        .drift("rules-reach-the-hub", "the hub's rule is disabled") {
            $0.hubs[CheckPlan.home]?.rules.items[0].state = "DISABLED"
        },
        .drift("rules-reach-the-hub", "the hub's rule tells a stranger as well") {
            $0.hubs[CheckPlan.home]?.rules.items[0].targets.items.append(
                .init(arn: "arn:aws:lambda:eu-west-1:999988887777:function:ear"))
        },
        .drift("rules-reach-the-hub", "the hub's rule for alarms tells somebody else") {
            $0.hubs[CheckPlan.home]?.rules.items[1].targets.items[0].arn =
                "arn:aws:sns:eu-west-1:999988887777:theirs"
        },
        .drift("rules-reach-the-hub", "the hub's bus has a rule that nobody planned") {
            $0.hubs[CheckPlan.home]?.rules.items.append(
                .init(name: "ear", state: "ENABLED", pattern: "", targets: Listing([])))
        },
        .drift("rule-patterns-match", "the hub's rule was narrowed") {
            $0.hubs[CheckPlan.home]?.rules.items[0].pattern = "{narrow}"
            $0.patternTests["{narrow}"] = .observed(
                .init(matched: [], refused: Set(CannedEvent.all(for: CheckPlan.okta).map(\.name))))
        },
        .drift("rules-reach-the-hub", "the hub's rule wakes nobody") {
            $0.hubs[CheckPlan.home]?.rules.items[0].targets.items = []
        },
        .unread("rules-reach-the-hub", "the hub's rules cannot be read") {
            $0.hubs[CheckPlan.home]?.rules = .denied
        },

        // canary-was-heard
        .drift("canary-was-heard", "a canary was last heard the day before yesterday") {
            $0.history.canaries.edit {
                $0["111122223333/us-east-1"] = Snapshot.night - 2 * Snapshot.day
            }
        },
        .drift("canary-was-heard", "a canary was never heard") {
            $0.history.canaries.edit { $0["111122223333/us-east-1"] = nil }
        },
        .unread("canary-was-heard", "the table cannot be read") { $0.history.canaries = .denied },

        // idp-log-stream-is-active
        .drift("idp-log-stream-is-active", "the stream was deactivated") {
            $0.identityProvider.logStreams.items[0].status = "INACTIVE"
        },
        .drift("idp-log-stream-is-active", "there is no stream to AWS") {
            $0.identityProvider.logStreams.items = []
        },
        .unread("idp-log-stream-is-active", "the streams cannot be read") {
            $0.identityProvider.logStreams = .denied
        },

        // security-contact-is-set
        .drift("security-contact-is-set", "no contact is set") {
            $0.accounts[CheckPlan.emergency]?.securityContact = .missing
        },

        // drill-is-recent
        .drift("drill-is-recent", "nobody practised for 100 days") {
            $0.history.drills.edit { $0[.user] = Snapshot.night - 100 * Snapshot.day }
        },
        .drift("drill-is-recent", "nobody practised for half a year", severity: .critical) {
            $0.history.drills.edit { $0[.federation] = Snapshot.night - 200 * Snapshot.day }
        },
        .drift("drill-is-recent", "nobody ever practised", severity: .critical) {
            $0.history.drills.edit { $0[.federation] = nil }
        },
        .unread("drill-is-recent", "the table cannot be read") { $0.history.drills = .denied },

        // stack-matches-template
        .stack("a stack has drifted") { $0.drift = .observed("DRIFTED") },
        .stack("a stack has failed") { $0.status = "UPDATE_ROLLBACK_FAILED" },
        .stack("nobody knows whether a stack drifted", .notChecked) {
            $0.drift = .observed("UNKNOWN")
        },
    ]

    private static func trail(
        _ name: String, _ severity: Severity? = nil,
        _ change: @escaping @Sendable (inout Snapshot.Trail) -> Void
    ) -> Defect {
        .drift("trail-is-logging", name, severity: severity) {
            if var trail = $0.accounts[CheckPlan.production]?.trails.items[0] {
                change(&trail)
                $0.accounts[CheckPlan.production]?.trails.items = [trail]
            }
        }
    }

    private static func rule(
        _ check: String, _ name: String, _ severity: Severity? = nil,
        status: Outcome.Status = .drifted,
        _ change: @escaping @Sendable (inout Snapshot.Rule) -> Void
    ) -> Defect {
        Defect(name: name, check: check, status: status, severity: severity) { snapshot, _ in
            if var rule = snapshot.accounts[CheckPlan.production]?.rules["us-east-1"]?.items[0] {
                change(&rule)
                snapshot.accounts[CheckPlan.production]?.rules["us-east-1"]?.items[0] = rule
            }
        }
    }

    private static func bus(
        _ name: String, _ change: @escaping @Sendable (String) -> String
    ) -> Defect {
        .drift("rules-reach-the-hub", name) {
            $0.hubs[CheckPlan.home]?.bus.edit {
                let changed = change($0.policy ?? "")
                precondition(changed != $0.policy)
                $0.policy = changed
            }
        }
    }

    private static func stack(
        _ name: String, _ status: Outcome.Status = .drifted,
        _ change: @escaping @Sendable (inout Snapshot.Stack) -> Void
    ) -> Defect {
        Defect(name: name, check: "stack-matches-template", status: status) { snapshot, _ in
            if var stack = snapshot.accounts[CheckPlan.production]?.stacks.items[0] {
                change(&stack)
                snapshot.accounts[CheckPlan.production]?.stacks.items = [stack]
            }
        }
    }
}
