/// Who acted at the identity provider, and did not call AWS.
extension Alert {
    /// An administrator of the identity provider.
    var identityProviderSteps: [Step] { [suspendStep("that administrator's")] }

    /// Somebody who signed in at the identity provider.
    var identityProviderUserSteps: [Step] { [suspendStep("that person's")] }

    private func suspendStep(_ whose: String) -> Step {
        Step(
            "\(unless)end \(whose) sessions at the identity provider and suspend the account there",
            pages: [identityProviderPage])
    }

    /// The identity provider itself, or an application with a token: nobody can be called or suspended.
    var identityProviderProgramSteps: [Step] {
        let name = actor.agent.map { " \(short($0, Phrasing()))" } ?? ""
        var steps = [
            systemLogStep(
                "No person did this by hand: find the rule, the import or the application that did, and "
                    + "who set it up")
        ]
        if principal.type == Alert.providerApplication {
            steps.append(
                Step(
                    "\(unless)deactivate the application\(name) at the identity provider, which makes "
                        + "its tokens useless", pages: [identityProviderPage]))
        }
        return steps
    }

    /// Where the identity provider shows what was done.
    func systemLogStep(_ words: String) -> Step {
        Step("\(words): Okta Admin Console, Reports, System Log", pages: [identityProviderPage])
    }

    /// `principal.type` of Okta itself: a group rule, an import, a schedule.
    package static let providerItself = "OktaSystem"

    /// `principal.type` of an application that calls Okta's API with a token.
    package static let providerApplication = "OktaApp"

    /// Whether no person acted at the identity provider.
    var isProviderProgram: Bool {
        principal.type == Alert.providerItself || principal.type == Alert.providerApplication
    }
}
