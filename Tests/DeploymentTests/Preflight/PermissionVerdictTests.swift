import Deployment
import Testing

@Suite struct PermissionVerdictTests {
    private static let role = "arn:aws:iam::123456789012:role/Rollout"

    private func answer(
        _ verdicts: [PermissionVerdict], unread: String? = nil
    ) -> PreflightAnswer {
        .permissions(account: "123456789012", caller: Self.role, verdicts, unread: unread)
    }

    @Test func `all allowed is yes`() {
        let answer = answer([PermissionVerdict(action: "iam:CreateRole", isAllowed: true)])
        #expect(answer.verdict == .yes)
        #expect(answer.fact == "\(Self.role) may do all 1 actions, by simulation")
    }

    @Test func `what is refused is named, and stops the deployment`() {
        let answer = answer([
            PermissionVerdict(action: "iam:CreateRole", isAllowed: false),
            PermissionVerdict(action: "iam:CreateRole", isAllowed: false),
            PermissionVerdict(action: "kms:CreateKey", isAllowed: true),
        ])
        #expect(answer.verdict == .no && answer.stops)
        #expect(answer.fact == "\(Self.role) may not iam:CreateRole")
        #expect(answer.remedy == "allow iam:CreateRole to \(Self.role)")
    }

    @Test func `what could not be simulated is never yes`() {
        let allowed = PermissionVerdict(action: "iam:CreateRole", isAllowed: true)
        #expect(answer([allowed], unread: "AccessDenied").verdict == .unknown)
        #expect(answer([], unread: "AccessDenied").verdict == .unknown)
    }

    @Test func `a condition that the simulation cannot know leaves it open`() {
        let doubt = PermissionVerdict(
            action: "iam:PassRole", isAllowed: false, missingContext: ["iam:PassedToService"])
        let open = answer([doubt])
        #expect(open.verdict == .unknown && !open.stops)
        #expect(open.fact.contains("depends on iam:PassedToService"))
        // The organization's policies are simulated only where they have no conditions.
        let outside = PermissionVerdict(
            action: "iam:PassRole", isAllowed: false, isOutsideOrganization: true,
            missingContext: ["iam:PassedToService"])
        #expect(answer([outside]).verdict == .no)
    }
}
