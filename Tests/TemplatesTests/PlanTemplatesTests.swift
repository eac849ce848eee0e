import Samples
import Testing

@testable import AccessPlan
@testable import Templates

struct PlanTemplatesTests {
    @Test func `the same plan renders the same files, each with a name of its own`() throws {
        let rendered = try CheckPlan.okta.templates(PlanAttachments())
        #expect(try CheckPlan.okta.templates(PlanAttachments()) == rendered)
        #expect(rendered.files.count > 1)
        #expect(Set(rendered.files.map(\.name)).count == rendered.files.count)
    }

    @Test func `more users than there are places are rejected`() {
        var plan = CheckPlan.okta
        plan.breakGlassUsers = (1...40).map { "BreakglassUser\($0)" }
        #expect(throws: TemplateError.self) { try plan.templates(PlanAttachments()) }
    }

    @Test func `a partition that cannot be deployed to is rejected`() {
        var plan = CheckPlan.okta
        plan.partition = "aws-cn"
        #expect(throws: TemplateError.partition("aws-cn")) {
            try plan.templates(PlanAttachments())
        }
    }

    @Test func `an inline policy that was not read is rejected`() {
        var plan = CheckPlan.okta
        plan.roles[0].inlinePolicies = ["scope.json"]
        #expect(throws: TemplateError.missingFile("scope.json")) {
            try plan.templates(PlanAttachments())
        }
    }
}
