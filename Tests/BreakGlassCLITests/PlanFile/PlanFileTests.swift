import Testing

@testable import AccessPlan
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
    static func problems(_ more: String) -> [PlanProblem] {
        do {
            _ = try PlanFile(name: "plan.yaml", text: smallest + more).plan()
            return []
        } catch {
            return error.all
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

    @Test func `accounts have every role and a number by position by default`() throws {
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

    @Test func `the partition follows from the home Region`() throws {
        let text = Self.smallest.replacing("eu-west-1", with: "us-gov-west-1")
        #expect(try PlanFile(name: "plan", text: text).plan().partition == "aws-us-gov")
    }

    @Test(arguments: [
        "arn:aws:iam::0123456789012:user/Alice", "arn:aws:iam::111122223333:root",
        "arn:aws:lambda:eugov-eastcentral-1r:712967571683:function:name",
        "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:iam::111111111111:mfa/root-account-mfa-device", "arn:aws:s3:::bucket",
        "arn:aws:y:::z",
    ])
    func `an unusual ARN can be guarded`(arn: String) throws {
        #expect(try plan("guard: [\"\(arn)\"]").guarded.map(\.text) == [arn])
    }

    @Test(arguments: [
        ("home: eu-west-1", "home: eu-west1", "regions: home is \"eu-west1\", not a Region's code"),
        ("home: eu-west-1", "home: eu-wset-1", "regions: home is \"eu-wset-1\", not a Region"),
        (
            "home: eu-west-1", "home: eusc-de-east-1",
            "regions: home is \"eusc-de-east-1\", in partition aws-eusc (AWS European Sovereign "
                + "Cloud), which is not supported"
        ),
        (
            "home: eu-west-1", "home: cn-north-1, standby: cn-northwest-1",
            "regions: home is \"cn-north-1\", in partition aws-cn (China), which is not supported"
        ),
        (
            "organization: example", "organization: example\npartition: aws-eusc",
            "the plan is in partition aws-eusc (AWS European Sovereign Cloud), which is not supported"
        ),
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

    @Test func `an unknown Region is warned of`() throws {
        let text = Self.smallest.replacing("eu-west-1", with: "eu-west-1, standby: nz-west-1")
        let (plan, warnings) = try PlanFile(name: "plan.yaml", text: text).read()
        #expect(plan.regions.standby == "nz-west-1")
        #expect(
            warnings.map(\.description) == [
                "plan.yaml:3:38: regions: standby is \"nz-west-1\", a Region that is not known\n"
                    + "hint: look for a mistake: if it is new, go on"
            ])
        #expect(try PlanFile(name: "plan.yaml", text: Self.smallest).read().warnings == [])
    }

    @Test func `JSON is read as well, tabs included, and its mistakes have their place`() throws {
        let json = """
            {
            \t"organization": "example \\u00e9\\/",
            \t"emergencyAccount": "123456789012", "regions": {"home": "eu-west-1"},
            \t"accounts": [{"number": 1, "id": "111122223333", "name": null}]
            }
            """
        let plan = try PlanFile(name: "plan.json", text: json).plan()
        #expect(plan.organization == "example é/" && plan.accounts.map(\.id) == ["111122223333"])
        let file = PlanFile(name: "plan.json", text: json.replacing("1111", with: "11"))
        let problems = #expect(throws: PlanProblems.self) { try file.plan() }
        #expect(problems?.all.map(\.description.first) == ["p"])
        #expect(problems?.all.first?.line == 4 && problems?.all.first?.column == 35)
    }

    @Test func `all problems are reported at once, in the order of the file`() {
        let more = """
            accounts:
              - { number: 1, id: "1" }
              - nothing
              - { id: "111122223333" }
            guard: [x]
            """
        #expect(Self.problems(more).map(\.line) == [5, 6, 7, 8])
    }

    @Test(arguments: [
        "", "\u{0}", "[]", "null", "a: [", "- - - -", "{", "&a [*a]", "*a", "? [a]: b",
        "--- a\n--- b",
        "\t", "!!binary x", "a: &x {b: *x}", "<<: [1]",
        "organization: [1]\nregions: [x]\nroles: {1: 2}",
    ])
    func `any text that is not a plan has a problem with a place, and no trap`(text: String) {
        let problems = #expect(throws: PlanProblems.self) {
            try PlanFile(name: "plan", text: text).plan()
        }
        #expect(problems?.all.isEmpty == false)
        #expect(problems?.all.allSatisfy { $0.line > 0 && $0.column > 0 } == true)
    }
}
