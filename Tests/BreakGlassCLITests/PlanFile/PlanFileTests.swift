import BreakGlass
import Testing

@testable import BreakGlassCLI

@Suite struct PlanFileTests {
    static let smallest = """
        organization: example
        emergencyAccount: "123456789012"
        regions: { home: eu-west-1 }

        """

    private func plan(_ more: String = "") throws -> Plan {
        try PlanFile(name: "plan.yaml", text: Self.smallest + more).plan()
    }

    /// What is wrong with the smallest plan and more; its own three lines come first.
    private func problems(_ more: String) -> [PlanProblem] {
        do {
            _ = try plan(more)
            return []
        } catch {
            return (error as? PlanProblems)?.all ?? []
        }
    }

    @Test func `three lines are a plan, the rest has defaults`() throws {
        let plan = try plan()
        #expect(plan.organization == "example")
        #expect(plan.emergencyAccount == "123456789012")
        #expect(plan.regions == Plan.Regions(home: "eu-west-1"))
        #expect(plan.partition == "aws")
        #expect(plan.roles.map(\.name) == ["RO", "Ops"])
        #expect(plan.breakGlassRole.maxSessionHours == 1)
        #expect(plan.accounts.isEmpty && plan.identityProvider == nil)
    }

    @Test func `JSON is read as YAML is`() throws {
        let text = """
            {"organization":"example","emergencyAccount":"123456789012",
            "regions":{"home":"eu-west-1"},"guard":["arn:aws:sns:eu-west-1:111122223333:topic"]}
            """
        let plan = try PlanFile(name: "plan.json", text: text).plan()
        #expect(plan.guarded.map(\.service) == ["sns"])
    }

    @Test func `accounts have every role and a number by position unless told otherwise`() throws {
        let plan = try plan(
            """
            accounts:
              - id: "111122223333"
              - { id: "111122224444", name: production, roles: [RO], groups: { RO: 00g1 } }
            """)
        #expect(plan.accounts.map(\.number) == [1, 2])
        #expect(plan.accounts.map(\.name) == ["111122223333", "production"])
        #expect(plan.accounts.map(\.roles) == [["RO", "Ops"], ["RO"]])
        #expect(plan.accounts[1].groups == ["RO": "00g1"])
    }

    @Test func `the home Region says the partition`() throws {
        let text = Self.smallest.replacing("eu-west-1", with: "us-gov-west-1")
        #expect(try PlanFile(name: "plan", text: text).plan().partition == "aws-us-gov")
    }

    @Test(arguments: [
        "arn:aws:iam::0123456789012:user/Alice", "arn:aws:iam::111122223333:root",
        "arn:aws:lambda:eugov-eastcentral-1r:712967571683:function:name",
        "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:iam::111111111111:mfa/root-account-mfa-device", "arn:aws:s3:::bucket",
        "arn:aws-cn:sns:cn-north-1:111122223333:topic", "arn:x:y:::z",
    ])
    func `an ARN is guarded however unusual it looks`(arn: String) throws {
        #expect(try plan("guard: [\"\(arn)\"]").guarded.map(\.text) == [arn])
    }

    @Test(arguments: [
        ("acounts: []", 4, 1, "there is no key \"acounts\"", "did you mean \"accounts\"?"),
        (
            "accounts: [{ id: 012345670123 }]", 4, 18, "accounts: id is written without quotes",
            "write \"012345670123\": YAML may read a leading zero as octal and drop it"
        ),
        (
            "accounts: [{ id: 12345678901 }]", 4, 18,
            "accounts: id is 12345678901: 11 digits instead of twelve",
            "if zeros were lost write it in quotes, \"012345678901\": "
                + "YAML may read a leading zero as octal and drop it"
        ),
        (
            "accounts: [{ id: 1111-2222-3333 }]", 4, 18,
            "accounts: id is \"1111-2222-3333\", not twelve digits", "write \"111122223333\""
        ),
        (
            "accounts:\n  - { id: \"111122223333\", roles: [Opps] }", 5, 35,
            "accounts: roles is \"Opps\", not one of RO, Ops", "did you mean \"Ops\"?"
        ),
        ("accounts: [{ name: a }]", 4, 12, "accounts: id is missing", "write id: \"111122223333\""),
        (
            "guard: [\"arn:aws:iam\"]", 4, 9,
            "guard is \"arn:aws:iam\", no ARN: it has 3 of six parts",
            "write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, "
                + "e.g. arn:aws:iam::111122223333:role/Name"
        ),
        (
            "subscribers: [{ protocol: email, endpoint: me }]", 4, 44,
            "subscribers: endpoint is \"me\", not an email address",
            "write it like security@example.com"
        ),
        (
            "breakGlassUsers: [One, ONE]", 4, 24, "breakGlassUsers: \"ONE\" stands twice",
            "take one out; the first is in line 4"
        ),
        (
            "waivers: [{ check: a, reason: b, until: 2027-13-01 }]", 4, 41,
            "waivers: until is \"2027-13-01\", not a day", "write it like 2027-01-31"
        ),
        (
            "partition: aws-cm", 4, 12,
            "partition is \"aws-cm\", not one of aws, aws-us-gov, aws-cn, aws-iso, aws-iso-b, "
                + "aws-iso-e, aws-iso-f, aws-eusc", "did you mean \"aws-cn\"?"
        ),
        (
            "runbook: http://example.com", 4, 10,
            "runbook is \"http://example.com\", not an https address",
            "write it like https://example.com/"
        ),
        (
            "responders: jane", 4, 13, "responders is a text, not a list",
            "write responders: [jane]"
        ),
        (
            "administrators: { rollout: me }", 4, 28,
            "administrators: rollout is \"me\", no ARN: it does not start with arn:",
            "write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, "
                + "e.g. arn:aws:iam::111122223333:role/Name"
        ),
        (
            "organization: again", 1, 1, "the key \"organization\" stands twice in one mapping",
            "take one out, or join them"
        ),
    ])
    func `a wrong plan is refused with the place, the fact and what to write instead`(
        more: String, line: Int, column: Int, fact: String, hint: String
    ) {
        let expected = PlanProblem(
            file: "plan.yaml", line: line, column: column, fact: fact, hint: hint)
        #expect(problems(more) == [expected])
    }

    @Test(arguments: [
        ("home: eu-west-1", "home: eu-west1", "regions: home is \"eu-west1\", not a Region's code"),
        (
            "home: eu-west-1", "home: eu-west-1, standby: eu-west-1",
            "regions: standby is \"eu-west-1\", as home is"
        ),
        (
            "home: eu-west-1", "home: eu-west-1, standby: us-gov-west-1",
            "regions: home is in partition aws, standby in aws-us-gov"
        ),
        ("home: eu-west-1", "standby: us-west-2", "regions: home is missing"),
        ("regions: { home: eu-west-1 }", "", "regions is missing"),
        ("organization: example", "", "organization is missing"),
        ("organization: example", "organization: ", "organization is missing"),
    ])
    func `what the plan hangs on must be right`(text: String, instead: String, fact: String) {
        let file = PlanFile(name: "plan", text: Self.smallest.replacing(text, with: instead))
        let problems = #expect(throws: PlanProblems.self) { try file.plan() }
        #expect(problems?.all.map(\.fact) == [fact])
    }

    @Test func `everything wrong is said at once, in the order of the file`() {
        let more = """
            accounts:
              - { number: 1, id: "1" }
              - nothing
              - { id: "111122223333" }
            guard: [x]
            """
        #expect(problems(more).map(\.line) == [5, 6, 7, 8])
    }

    @Test(arguments: [
        "", "\u{0}", "[]", "null", "a: [", "- - - -", "{", "&a [*a]", "*a", "? [a]: b",
        "--- a\n--- b",
        "\t", "!!binary x", "a: &x {b: *x}", "<<: [1]",
        "organization: [1]\nregions: [x]\nroles: {1: 2}",
    ])
    func `whatever the text, there is a problem with a place and no trap`(text: String) {
        let problems = #expect(throws: PlanProblems.self) {
            try PlanFile(name: "plan", text: text).plan()
        }
        #expect(problems?.all.isEmpty == false)
        #expect(problems?.all.allSatisfy { $0.line > 0 && $0.column > 0 } == true)
    }
}
