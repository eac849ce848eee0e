import AccessPlan
import Text

/// What an identity provider's administrator reads: numbered steps, in the words of the product.
struct IdPSheet {
    let plan: Plan
    let setup: FederationSetup

    /// The public half of the key that the checker signs in with; `nil` where none was given.
    let publicKey: JSON?

    /// One step: what it is called, and its lines.
    struct Step {
        let title: String
        var lines: [String]

        init(_ title: String, _ lines: [String]) {
            self.title = title
            self.lines = lines
        }
    }

    /// The whole sheet.
    var text: String {
        let heading = "\(product), set up once for emergency access to AWS (\(plan.organization))"
        let written = steps.enumerated().map { number, step in
            (["\(number + 1). \(step.title)"] + step.lines.map { $0.isEmpty ? "" : "   " + $0 })
                .joined(separator: "\n")
        }
        return ([heading] + written).joined(separator: "\n\n")
    }

    private var product: String {
        switch setup.kind {
        case .okta: "Okta"
        case .entra: "Microsoft Entra ID"
        case .adfs: "AD FS"
        case .identityCenter: "IAM Identity Center"
        case .other: "Identity provider"
        }
    }

    private var steps: [Step] {
        switch setup.kind {
        case .okta: oktaSteps
        case .entra: entraSteps
        case .adfs: adfsSteps
        case .identityCenter, .other: otherSteps
        }
    }
}

extension IdPSheet {
    /// The groups, each with what it opens.
    func groups(_ lines: String...) -> Step {
        var table = Table(["Group", "Id", "Opens"])
        table.rows = setup.groups.map { group in
            [
                group.name, group.id ?? "-",
                "\(group.workloadRole) in \(Self.few(group.accounts))",
            ]
        }
        return Step(
            "Groups: make these, by exactly these names, and leave them empty",
            lines + [""] + table.written(as: .text).split(separator: "\n").map(String.init))
    }

    /// A few of many.
    static func few(_ names: [String], most: Int = 3) -> String {
        guard names.count > most else { return names.joined(separator: ", ") }
        return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
    }

    /// Names and values in two columns.
    func settings(_ pairs: [(String, String)]) -> [String] {
        let width = pairs.map(\.0.count).max() ?? 0
        return pairs.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value
        }
    }

    /// What every product's assertions carry.
    var claims: [(String, String)] {
        let attributes = FederationSetup.attributes
        return [
            ("\(attributes)RoleSessionName", "the name people sign in with"),
            ("\(attributes)SourceIdentity", "the same, so that every role on the way shows it"),
            ("\(attributes)SessionDuration", "\(setup.sessionDuration)"),
        ]
    }

    /// What else AWS accepts as the place to send assertions to.
    var otherEndpoints: String {
        let others = setup.endpoints.filter { $0 != setup.endpoint }
        return "If that Region is down, any of these works as well: "
            + others.joined(separator: ", ")
    }

    /// What goes back into the plan.
    func backIntoPlan(_ provider: [(String, String)]) -> Step {
        Step(
            "Afterwards: write what was made into the plan, and deploy",
            settings(provider.map { ("identityProvider: \($0)", $1) }) + [
                "accounts: groups: each group's id, under its role"
            ])
    }

    /// What was tried before this was printed.
    var tried: String {
        let count = setup.groups.count
        return "Tried on \(count == 1 ? "the name" : "all \(count) names") above: each becomes the "
            + "ARN of its role."
    }
}
