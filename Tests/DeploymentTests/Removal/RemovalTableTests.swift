import AccessPlan
import TemplateFiles
import Testing

@testable import Deployment

/// What is shown before anything is deleted.
@Suite struct RemovalTableTests {
    private static let account = "123456789012"

    private static var plan: Plan {
        var plan = Plan(organization: "example", emergencyAccount: account, home: "us-east-1")
        plan.breakGlassUsers = ["BreakglassUser1", "BreakglassUser2"]
        return plan
    }

    private static let stacks: [FoundStack] =
        [
            stack("breakglass-hub"), stack("breakglass-access"), stack("breakglass-mine"),
            stack("breakglass-evidence", ["ArchiveDays": "0", "LogDays": "400"]),
            stack("breakglass-trail", ["LogDays": "365"]),
        ] + (1...8).map { stack("breakglass-region", in: "eu-west-\($0)") }

    private static func stack(
        _ name: String, _ parameters: [String: String] = [:], in region: String = "us-east-1"
    ) -> FoundStack {
        FoundStack(account: account, region: region, name: name, parameters: parameters)
    }

    private static func table(
        _ stacks: [FoundStack] = stacks, withEvidence: Bool = false, plan: Plan = plan
    ) -> RemovalTable {
        RemovalTable(
            plan, stacks: stacks, stackSets: ["breakglass-region", "breakglass-guard"],
            keys: [
                LeftKey(region: "us-east-1", id: "k1", day: "2026-12-01"),
                LeftKey(region: "us-east-1", id: "k2", day: nil),
            ], withEvidence: withEvidence)
    }

    @Test func `it lists what goes, in the order in which it goes`() {
        #expect(
            Self.table().lines == [
                "stack set     breakglass-guard             its stacks in every account and Region, "
                    + "and itself",
                "stack set     breakglass-region            its stacks in every account and Region, "
                    + "and itself",
                "123456789012  breakglass-region            eu-west-1, eu-west-2, eu-west-3, "
                    + "eu-west-4, eu-west-5 and 3 more Regions",
                "123456789012  breakglass-access            us-east-1",
                "123456789012  breakglass-hub               us-east-1",
                "",
                "With breakglass-access: passwords, MFA devices and access keys of "
                    + "BreakglassUser1, BreakglassUser2.",
                "With breakglass-hub: topics with their subscriptions, the table of alerts, sessions "
                    + "and drills, and messages in queues.",
            ])
    }

    @Test func `evidence stays for as long as its stack says, and keys for thirty days`() {
        #expect(
            Self.table().stays(keysUntil: "2026-12-30") == [
                "123456789012  us-east-1  breakglass-mine: no deployment makes a stack of this name; "
                    + "whoever made it has to delete it",
                "123456789012  us-east-1  breakglass-evidence: the archive breakglass-hub with its "
                    + "bus, events forever",
                "123456789012  us-east-1  breakglass-evidence: the functions' logs, entries for 400 "
                    + "days",
                "123456789012  us-east-1  breakglass-trail: goes on logging into "
                    + "breakglass-trail-123456789012, files for 365 days",
                "123456789012  us-east-1  the key of breakglass-hub: pending deletion until 2026-12-30",
                "123456789012  us-east-1  key k1: pending deletion until 2026-12-01",
            ])
    }

    @Test func `with evidence, that goes last and is lost`() {
        let table = Self.table(withEvidence: true)
        #expect(table.lines.contains("123456789012  breakglass-evidence          us-east-1"))
        #expect(
            table.lines.last
                == "With the evidence: every archived event, the functions' logs, and the log files "
                + "of a trail that was made. Nobody can bring them back.")
        #expect(!table.stays(keysUntil: "2026-12-30").contains { $0.contains("archive") })
    }

    @Test func `nothing is nothing, also while evidence stays`() {
        let evidence = Self.stacks.filter { $0.stage == .evidence || $0.stage == nil }
        for (stacks, withEvidence, isEmpty) in [
            ([], true, true), (evidence, false, true), (evidence, true, false),
        ] as [([FoundStack], Bool, Bool)] {
            let table = RemovalTable(
                Self.plan, stacks: stacks, stackSets: [], keys: [], withEvidence: withEvidence)
            #expect(table.isEmpty == isEmpty)
            #expect(table.lines.isEmpty == isEmpty)
        }
    }

    @Test func `an adopted trail stays as it is`() throws {
        var plan = Self.plan
        plan.trail = try ARN("arn:aws:cloudtrail:us-east-1:123456789012:trail/audit")
        #expect(
            Self.table([], plan: plan).stays(keysUntil: "2026-12-30").last
                == "arn:aws:cloudtrail:us-east-1:123456789012:trail/audit: it is not ours, and stays "
                + "as it is")
    }

    @Test func `people are told what no program reaches`() {
        var plan = Self.plan
        var provider = Plan.IdentityProvider(kind: .okta, samlProvider: "Okta")
        provider.app = "0oa1"
        provider.client = "0oa2"
        provider.signingKey = "alias/okta-client"
        plan.identityProvider = provider
        plan.accounts = [
            Plan.Account(
                number: 1, id: "111122223333", name: "production", roles: ["RO"], groups: [:])
        ]
        plan.subscribers = [
            .init(transport: .email, endpoint: "a@example.com"),
            .init(transport: .chat, endpoint: "security"),
            .init(transport: .https, endpoint: "https://pager.example.com/1"),
        ]
        #expect(
            Self.table(plan: plan).people == [
                "At the identity provider (okta): delete the app of account 123456789012 (0oa1).",
                "There: delete the groups aws#EmergencyAccess_Role1_RO#123456789012.",
                "There: delete the app 0oa2, with which the nightly check read it.",
                "In AWS: delete alias/okta-client, which people made for the nightly check.",
                "Destroy passwords and MFA devices of BreakglassUser1, BreakglassUser2 in vaults and "
                    + "safes.",
                "In Amazon Q Developer in chat applications: take the topics breakglass-alerts-chat "
                    + "out of channel security.",
                "Take down what got alerts: https://pager.example.com/1.",
            ])
    }

    @Test func `the key is known by the words and days of its template`() throws {
        let hub = try #require(TemplateFile.all.first { $0.name == "hub" })
        let text = String(decoding: hub.bytes, as: UTF8.self)
        #expect(text.contains("Description: \(LeftKey.description)\n"))
        #expect(text.contains("PendingWindowInDays: \(LeftKey.days)\n"))
    }
}
