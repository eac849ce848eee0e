package import AWSClient

/// What an organization tells somebody who is about to write a plan. What cannot be read is said.
package struct OrganizationSurvey: Sendable {
    /// What was found, or why it could not be read.
    package enum Finding<Value: Sendable>: Sendable {
        /// It was read.
        case found(Value)
        /// It could not be read: why.
        case unread(String)

        /// What was read; `nil` if nothing was.
        package var value: Value? { if case .found(let value) = self { value } else { nil } }
    }

    /// An instance of IAM Identity Center, and the Region it was found in.
    package struct Center: Sendable, Hashable {
        /// Its Region.
        package let region: String
        /// What the service says of it.
        package let instance: SSOAdmin.Instance

        /// Makes a value.
        package init(region: String, instance: SSOAdmin.Instance) {
            self.region = region
            self.instance = instance
        }
    }

    /// The account of the credentials.
    package let account: String

    /// The accounts of the organization.
    package let accounts: Finding<[Organizations.Account]>

    /// The management account's id.
    package let management: Finding<String?>

    /// The enabled Regions of the account of the credentials.
    package let regions: Finding<[String]>

    /// The trails that log the account of the credentials.
    package let trails: Finding<[CloudTrail.Trail]>

    /// The ARNs of the SAML providers of the account of the credentials.
    package let providers: Finding<[String]>

    /// Identity Center, as the account of the credentials sees it.
    package let centers: Finding<[Center]>

    /// Makes a survey of what is known.
    package init(
        account: String, accounts: Finding<[Organizations.Account]>,
        management: Finding<String?>, regions: Finding<[String]>,
        trails: Finding<[CloudTrail.Trail]>, providers: Finding<[String]>,
        centers: Finding<[Center]>
    ) {
        self.account = account
        self.accounts = accounts
        self.management = management
        self.regions = regions
        self.trails = trails
        self.providers = providers
        self.centers = centers
    }

    /// Asks the organization and the account of the credentials. Only reads.
    /// - Parameters:
    ///   - site: whose credentials.
    ///   - home: where services are asked that are in every Region.
    /// - Returns: what was found.
    package static func read(_ site: Site, _ home: String) async -> OrganizationSurvey {
        async let accounts = Finding(
            await site.askAll(in: home) { Organizations.listAccounts(token: $0) })
        async let management = Finding(
            await site.ask(Organizations.describeOrganization(), in: home)
        ).map { $0?.managementAccount }
        async let trails = Finding(await site.ask(CloudTrail.describeTrails(), in: home))
        async let providers = Finding(await site.ask(IAM.listSAMLProviders(), in: home))
        let regions = Finding(await site.askAll(in: home) { Account.listRegions(token: $0) })
        let centers = await centers(site, regions.value ?? [home])
        return await OrganizationSurvey(
            account: site.account, accounts: accounts, management: management, regions: regions,
            trails: trails, providers: providers, centers: centers)
    }

    /// An instance shows in its own Region alone.
    private static func centers(_ site: Site, _ regions: [String]) async -> Finding<[Center]> {
        let answers = await regions.concurrentMap(width: 16) { region in
            await site.askAll(in: region) { SSOAdmin.listInstances(token: $0) }
                .map { $0.map { Center(region: region, instance: $0) } }
        }
        let found = answers.compactMap { try? $0.get() }.flatMap { $0 }
        // One Region that does not have the service says nothing about the others.
        guard found.isEmpty, !answers.isEmpty, let failure = answers.first(where: \.isFailure)
        else { return .found(found) }
        return Finding(failure)
    }
}

extension OrganizationSurvey.Finding {
    init(_ result: Result<Value, AWS.Failure>) {
        switch result {
        case .success(let value): self = .found(value)
        case .failure(let failure):
            self = .unread("\(failure)".split(separator: "\n").first.map(String.init) ?? "")
        }
    }

    /// The same for what was found.
    func map<Other: Sendable>(
        _ transform: (Value) -> Other
    ) -> OrganizationSurvey.Finding<Other> {
        switch self {
        case .found(let value): .found(transform(value))
        case .unread(let why): .unread(why)
        }
    }
}

extension Result {
    fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
