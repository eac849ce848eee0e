import AccessPlan
import Text

/// Instructions for the identity provider's administrator: numbered steps, in the product's terms.
struct IdPSheet {
    let plan: Plan
    let setup: FederationSetup

    /// The public half of the key that the checker signs in with; `nil` if none was given.
    let publicKey: JSON?

    /// One step: its title and its lines.
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
    /// The groups, each with the access that it gives.
    func groups(_ lines: String...) -> Step {
        var table = Table(["Group", "Id", "Opens"])
        table.rows = setup.groups.map { group in
            [
                group.name, group.id ?? "-",
                "\(group.workloadRole) in \(Self.few(group.accounts))",
            ]
        }
        return Step(
            "Groups: create these, with exactly these names, and leave them empty",
            lines + [""] + table.written(as: .text).split(separator: "\n").map(String.init))
    }

    /// The first few names.
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

    /// The claims of every product's assertions.
    var claims: [(String, String)] {
        let attributes = FederationSetup.attributes
        return [
            ("\(attributes)RoleSessionName", "the name people sign in with"),
            (
                "\(attributes)SourceIdentity",
                "the same name, so that every role of the sign-in shows it"
            ),
            ("\(attributes)SessionDuration", "\(setup.sessionDuration)"),
        ]
    }

    /// The other endpoints to which assertions can be sent.
    var otherEndpoints: String {
        let others = setup.endpoints.filter { $0 != setup.endpoint }
        return "If that Region is down, each of these works as well: "
            + others.joined(separator: ", ")
    }

    /// What to add to the plan.
    func backIntoPlan(_ provider: [(String, String)]) -> Step {
        Step(
            "Afterwards: write these into the plan, and deploy",
            settings(provider.map { ("identityProvider: \($0)", $1) }) + [
                "accounts: groups: the id of each group, under its role"
            ])
    }

    /// Reports that the mapping was tested before this was printed.
    var tried: String {
        let count = setup.groups.count
        return
            "Tested with \(count == 1 ? "the name" : "all \(count) names") above: each becomes the "
            + "ARN of its role."
    }
}
