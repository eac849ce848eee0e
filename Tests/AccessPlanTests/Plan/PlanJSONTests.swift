import Samples
import Testing

@testable import AccessPlan

@Suite struct PlanJSONTests {
    /// A plan that uses everything a plan can say.
    static func plan(accounts: Int) throws -> Plan {
        var plan = ManyAccounts.plan(accounts: accounts)
        plan.partition = "aws-us-gov"
        plan.runbook = "https://wiki.example.com/\"break\"-glass"
        var provider = Plan.IdentityProvider(kind: .entra, samlProvider: "Directory")
        provider.domain = "example.onmicrosoft.com"
        provider.app = "0oa1"
        provider.client = "0oa2"
        provider.signingKey = "alias/breakglass-idp"
        provider.apiToken = "breakglass/okta"
        provider.tenant = "example.onmicrosoft.com"
        provider.certificate = String(repeating: "a1", count: 32)
        provider.identityStore = "d-1234567890"
        provider.region = "eu-central-1"
        provider.metadata = "metadata.xml"
        provider.groupName = "x#{role}#{account}"
        provider.controlGroup = "00g9"
        plan.identityProvider = provider
        plan.roles = [
            Plan.Access(name: "RO", managedPolicies: ["ReadOnlyAccess"]),
            Plan.Access(name: "Ops", managedPolicies: [], inlinePolicies: ["ops.json"]),
        ]
        plan.policyTexts = ["ops.json": "{\n  \"Version\": \"2012-10-17\"\n}"]
        plan.breakGlassRole.managedPolicies = ["PowerUserAccess"]
        plan.breakGlassRole.maxSessionHours = 4
        let role = "arn:aws-us-gov:iam::123456789012:role/"
        plan.administrators.rollout = try ARN(role + "Rollout")
        plan.administrators.custodians = [try ARN(role + "Ann"), try ARN(role + "Joe")]
        plan.administrators.revoker = try ARN(role + "Revoker")
        plan.administrators.auditors = [try ARN(role + "sso/*/Security_?"), try ARN(role + "CI")]
        plan.responders = ["jane@example.com", "Jürgen \u{202E}"]
        plan.contacts = [
            Plan.Contact(
                name: "Jane", telephone: "+31 20 555 0100", users: ["u"], roles: ["Ops"], root: true
            ),
            Plan.Contact(name: "On call", telephone: "+31205550101"),
        ]
        plan.subscribers = Plan.Subscriber.Transport.allCases.map {
            Plan.Subscriber(transport: $0, endpoint: "\($0.rawValue)@example.com")
        }
        plan.guarded = [try ARN(role + "LegacyBreakGlass")]
        plan.trail = try ARN(
            "arn:aws-us-gov:cloudtrail:us-gov-west-1:444455556666:trail/org-trail")
        plan.waivers = [
            Plan.Waiver(check: "a", resource: nil, reason: "why", until: "2027-01-31"),
            Plan.Waiver(check: "b", resource: "r", reason: "why", until: "2027-01-31"),
        ]
        return plan
    }

    @Test(arguments: [0, 3, 1_000])
    func `the whole plan read back is the plan that was written`(accounts: Int) throws {
        let plan = try Self.plan(accounts: accounts)
        #expect(try Plan(json: plan.json) == plan)
        #expect(plan.json == plan.json)
    }

    @Test func `the smallest plan is one, too`() throws {
        let plan = Plan(organization: "o", emergencyAccount: "123456789012", home: "eu-west-1")
        #expect(try Plan(json: plan.json) == plan)
    }

    @Test func `a thousand accounts take less than 250 KB`() throws {
        #expect(try Self.plan(accounts: 1_000).json.count < 250_000)
    }

    @Test func `a plan that was cut anywhere is rejected`() throws {
        let json = try Self.plan(accounts: 1).json
        for end in Array(stride(from: 0, to: json.count, by: 37)) + [json.count - 1] {
            #expect(throws: PlanError.self) { try Plan(json: Array(json[..<end])) }
        }
    }

    @Test(arguments: [
        ("\"number\":1", "\"number\":\"1\"", "number is not a whole number"),
        ("\"number\":1", "\"number\":1.5", "number is not a whole number"),
        (
            "\"kind\":\"entra\"", "\"kind\":\"saml\"",
            "kind is \"saml\", a word that this release does not know"
        ),
        (
            "\"protocol\":\"sms\"", "\"protocol\":\"fax\"",
            "protocol is \"fax\", a word that this release does not know"
        ),
        (
            "\"revoker\":\"arn:", "\"revoker\":\"",
            "revoker is \"aws-us-gov:iam::123456789012:role/Revoker\", which is not an ARN"
        ),
        ("\"roles\":[{", "\"roles\":[7,{", "roles is not an object"),
        ("\"managedPolicies\":[", "\"managedPolicies\":[7,", "managedPolicies is not a text"),
        ("\"accounts\":[", "\"accounts\":{},\"x\":[", "accounts is not a list"),
        ("\"RO\":\"00gRO0\"", "\"RO\":null", "groups is not a text"),
        ("\"kind\":\"entra\"", "\"kind\":[]", "kind is not a text"),
        ("\"waivers\":[", "\"waivers\":null,\"x\":[", "waivers is not a list"),
        ("\"groups\":{", "\"groups\":[],\"x\":{", "groups is not an object"),
    ])
    func `a member of another type rejects the plan: too little would be watched`(
        text: String, instead: String, reason: String
    ) throws {
        let json = String(decoding: try Self.plan(accounts: 1).json, as: UTF8.self)
        #expect(json.contains(text))
        #expect(throws: PlanError.unreadablePlan(reason)) {
            try Plan(json: Array(json.replacing(text, with: instead, maxReplacements: 1).utf8))
        }
    }

    @Test(arguments: ["breakglass.plan/1", "breakglass.checker-plan/1", "breakglass.plan/9"])
    func `another schema is rejected by name`(schema: String) {
        let text = """
            {"schema":"\(schema)","organization":"o","emergencyAccount":"1",
            "home":"eu-west-1","somethingNew":{}}
            """
        #expect(throws: PlanError.unknownSchema(schema, expected: Plan.schema)) {
            try Plan(json: Array(text.utf8))
        }
    }

    @Test(arguments: [
        ("", "the plan is not an object"), ("null", "the plan is not an object"),
        ("[]", "the plan is not an object"), ("{}", "schema is missing"),
        ("{\"schema\":1}", "schema is not a text"),
        ("{\"schema\":\"breakglass.plan/2\"}", "organization is missing"),
    ])
    func `what is not a plan is rejected`(text: String, reason: String) {
        #expect(throws: PlanError.unreadablePlan(reason)) { try Plan(json: Array(text.utf8)) }
    }

    @Test func `what follows the plan is an error`() throws {
        let json = try Self.plan(accounts: 1).json
        #expect(throws: PlanError.unreadablePlan("something follows the plan")) {
            try Plan(json: json + Array("{}".utf8))
        }
    }

    @Test func `members may come in any order, and unknown ones are skipped`() throws {
        let text = """
            {"accounts":[{"roles":["RO"],"new":[{}],"id":"111122223333","name":"a","number":1}],
            "home":"eu-west-1","new":{"home":"us-east-1"},"emergencyAccount":"123456789012",
            "organization":"o","schema":"breakglass.plan/2"}
            """
        var plan = Plan(organization: "o", emergencyAccount: "123456789012", home: "eu-west-1")
        plan.accounts = [Plan.Account(number: 1, id: "111122223333", name: "a", roles: ["RO"])]
        #expect(try Plan(json: Array(text.utf8)) == plan)
    }
}
