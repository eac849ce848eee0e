import TemplateFiles
import Testing

@testable import Deployment

@Suite struct RemovalStageTests {
    @Test(arguments: [
        ("breakglass-region", RemovalStage.rules), ("breakglass-guard", .rules),
        ("breakglass-workload", .rules), ("breakglass-workload-roles-2", .rules),
        ("breakglass-management", .rules), ("breakglass-guardrail", .rules),
        ("breakglass-organization", .stackSets), ("breakglass-access-roles-1", .accessRoles),
        ("breakglass-access", .access), ("breakglass-hub", .hub), ("breakglass-code", .code),
        ("breakglass-evidence", .evidence), ("breakglass-trail", .evidence),
    ])
    func `every stack has its stage`(name: String, stage: RemovalStage) {
        #expect(RemovalStage(stack: name) == stage)
    }

    @Test(arguments: ["breakglass-mine", "breakglass-", "hub", "breakglass-access-roles"])
    func `what no deployment makes has none`(name: String) {
        #expect(RemovalStage(stack: name) == nil)
    }

    @Test func `every template that the program carries has a stage`() {
        for file in TemplateFile.all {
            #expect(RemovalStage(stack: "breakglass-\(file.name)") != nil, "\(file.name)")
        }
    }

    @Test func `rules outlive nothing that they need, and the hub outlives them`() {
        #expect(
            RemovalStage.allCases == [
                .stackSets, .rules, .accessRoles, .access, .hub, .code, .evidence,
            ])
        #expect(
            RemovalStage.groups(ofStackSets: [
                "breakglass-workload", "breakglass-region", "breakglass-guard",
            ]) == [["breakglass-guard", "breakglass-workload"], ["breakglass-region"]])
        #expect(RemovalStage.groups(ofStackSets: []) == [])
    }
}
