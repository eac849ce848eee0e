import Samples
import Testing

@testable import AccessPlan
@testable import Checks
@testable import Reports
@testable import Snapshots

struct FederationSetupTests {
    private func setup(_ change: (inout Plan) -> Void = { _ in }) throws -> FederationSetup {
        var plan = CheckPlan.okta
        change(&plan)
        return try plan.federationSetup()
    }

    @Test func `the guide's group names make Okta's filter for three parts`() throws {
        let mapping = try setup().mapping
        #expect(mapping.filter == ##"^aws\#(?{{role}}[\w\-]+)\#(?{{accountid}}\d+)$"##)
        #expect(
            mapping.rolePattern
                == "arn:aws:iam::${accountid}:saml-provider/Okta,"
                + "arn:aws:iam::${accountid}:role/${role}")
    }

    @Test(arguments: [
        "aws#{role}#{account}", "{role}", "{account} {role}", "EMEA-{role}/{account}", "ü.{role}",
        "($^[{role}]*?)",
    ])
    func `an app that is set up as printed passes the checks`(
        names: String
    ) throws {
        var plan = CheckPlan.okta
        plan.identityProvider?.groupName = names
        let setup = try plan.federationSetup()
        var snapshot = Snapshot.healthy(plan)
        var app = try snapshot.identityProvider.app.get()
        var settings = try app.federation.get()
        settings.groupFilter = setup.mapping.filter
        settings.roleValuePattern = setup.mapping.rolePattern
        settings.environmentType = setup.environment
        settings.overrideACS = setup.endpoint
        settings.sessionDuration = setup.sessionDuration
        settings.providerARN = setup.providerARN
        app.federation = .observed(settings)
        snapshot.identityProvider.app = .observed(app)
        let report = Report(of: snapshot, plan: plan)
        for outcome in report.outcomes where outcome.status != .inSync {
            Issue.record("\(outcome.check.id): \(outcome.items.map(\.finding.fact))")
        }
    }

    @Test(arguments: ["aws#{role}#{account}", "{account}.{role}", "{role}"])
    func `the expression for .NET makes provider and role of every name`(names: String) throws {
        let setup = try setup { $0.identityProvider?.groupName = names }
        let expression = try Regex(setup.mapping.expression)
        for group in setup.groups {
            let match = try #require(try expression.wholeMatch(in: group.name))
            let value = (1..<match.count).reduce(setup.mapping.replacement) { value, place in
                value.replacing("$\(place)", with: match[place].substring ?? "")
            }
            #expect(value == "\(setup.providerARN),\(group.roleARN)")
        }
    }

    @Test func `a role's name with unusual characters widens the filter`() throws {
        let setup = try setup { plan in
            plan.roles.append(.init(name: "R.O+", managedPolicies: []))
            plan.accounts[0].roles = ["R.O+"]
        }
        #expect(setup.mapping.filter.contains(#"[\w+=,.@\-]+"#))
        #expect(setup.groups.first?.role == "EmergencyAccess_Role1_R.O+")
    }

    @Test(arguments: ["aws#{role}{account}", "{role}{role}", "{role}1{account}"])
    func `names that do not resolve to their roles are rejected`(names: String) {
        let error = #expect(throws: FederationSetupError.self) {
            try setup { $0.identityProvider?.groupName = names }
        }
        guard case .mismatch = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("hint: ") == true)
    }

    @Test func `names that do not distinguish roles are rejected`() {
        #expect(throws: FederationSetupError.self) {
            try setup { $0.identityProvider?.groupName = "aws#EmergencyAccess_Role1_RO#{account}" }
        }
    }

    @Test func `a plan without federation, without roles or with an unknown partition is rejected`()
    {
        #expect(throws: FederationSetupError.noProvider) {
            try setup { $0.identityProvider = nil }
        }
        #expect(throws: FederationSetupError.noRoles) { try setup { $0.accounts = [] } }
        #expect(throws: FederationSetupError.partition("aws-cn")) {
            try setup { $0.partition = "aws-cn" }
        }
    }

    @Test func `in GovCloud endpoint, audience and environment are GovCloud's`() throws {
        let setup = try setup { plan in
            plan.partition = "aws-us-gov"
            plan.regions = Plan.Regions(home: "us-gov-west-1")
        }
        #expect(setup.endpoint == "https://us-gov-west-1.signin.amazonaws-us-gov.com/saml")
        #expect(setup.environment == "aws.govcloud")
        #expect(setup.audience == "urn:amazon:webservices:govcloud")
        #expect(setup.providerARN.hasPrefix("arn:aws-us-gov:"))
    }
}
