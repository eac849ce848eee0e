public import AWSClient
public import AccessPlan
import Deployment
public import System

/// The accounts that a run has credentials for.
public struct Sites: Sendable {
    /// The emergency access account.
    public let emergency: Site

    /// The management account, or a delegated administrator of StackSets; `nil` where the plan is
    /// about one account.
    public internal(set) var organization: Site?

    /// The management account; `nil` where there are no credentials for it.
    public internal(set) var management: Site?

    /// The organization, and whom stack sets reach; `nil` where the plan is about one account.
    public internal(set) var reach: Reach?

    /// What does not stop the run, but people should know.
    public internal(set) var notes: [String] = []

    /// An organization, and whom stack sets reach.
    public struct Reach: Sendable, Hashable {
        /// `o-…`.
        public let id: String
        /// Twelve digits.
        public let managementAccount: String
        /// Ids of units, or of the root.
        public let units: [String]
        /// For whom stack sets are managed.
        public let callAs: CloudFormation.CallAs

        /// Makes a reach.
        public init(
            id: String, managementAccount: String, units: [String], callAs: CloudFormation.CallAs
        ) {
            self.id = id
            self.managementAccount = managementAccount
            self.units = units
            self.callAs = callAs
        }
    }

    /// One account, or two or three of an organization.
    public init(
        emergency: Site, organization: Site? = nil, management: Site? = nil, reach: Reach? = nil
    ) {
        self.emergency = emergency
        self.organization = organization
        self.management = management
        self.reach = reach
    }

    /// The site of an account; `nil` where there are no credentials for it.
    public subscript(account: String) -> Site? {
        all.first { $0.account == account }
    }

    /// Every account once: management, organization, emergency.
    public var all: [Site] {
        var seen: Set<String> = []
        return [management, organization, emergency].compactMap { $0 }
            .filter { seen.insert($0.account).inserted }
    }
}

extension Sites {
    /// The same accounts for questions: what does not answer soon is not known, and that is said.
    var asking: Sites {
        var sites = Sites(
            emergency: emergency.retrying(.question),
            organization: organization?.retrying(.question),
            management: management?.retrying(.question), reach: reach)
        sites.notes = notes
        return sites
    }

    /// Who signs in where.
    public struct Options: Sendable, Hashable {
        /// For the emergency access account.
        public var emergency = SignIn(.emergency)
        /// For the management account, or a delegated administrator.
        public var organization = SignIn(.organization)
        /// For the management account, where the one above is an administrator.
        public var management = SignIn(.management)
        /// Whom stack sets reach: ids of units; empty for the root.
        public var units: [String] = []

        /// The environment's credentials for everything.
        public init() {}
    }

    /// Signs in to the accounts that a plan needs.
    /// - Throws: ``Obstacle``, before anything was changed.
    public static func signIn(
        _ plan: Plan, _ options: Options, in world: World = .real
    ) async throws(Obstacle) -> Sites {
        let (home, partition) = (plan.regions.home, plan.partition)
        let emergency = try await options.emergency.site(
            plan.emergencyAccount, region: home, partition: partition, in: world)
        var sites = Sites(emergency: emergency)
        guard plan.isOfAnOrganization else { return sites }
        let caller = try await options.organization.site(
            nil, region: home, partition: partition, in: world)
        sites.organization = caller
        let found: Organizations.Organization?
        do throws(AWS.Failure) {
            found = try await caller.send(Organizations.describeOrganization(), in: home)
        } catch {
            throw Obstacle(
                error, at: caller, home, "organization",
                hint: "name the management account's profile with --organization-profile")
        }
        guard let found else {
            throw Obstacle(
                account: caller.account, "organization",
                "it is in no organization, and the plan names accounts besides "
                    + plan.emergencyAccount,
                hint: "name the management account's profile with --organization-profile")
        }
        let isManagement = caller.account == found.managementAccount
        if isManagement {
            sites.management = caller
        } else {
            try await sites.checkAdministrator(caller, found, home)
            if options.management.isGiven {
                sites.management = try await options.management.site(
                    found.managementAccount, region: home, partition: partition, in: world)
            } else {
                sites.notes.append(
                    """
                    management account \(found.managementAccount) skipped: nobody hears what happens there, where \
                    the organization, its policies and stack sets are changed
                    hint: run this again with --management-profile
                    """)
            }
        }
        sites.reach = Reach(
            id: found.id, managementAccount: found.managementAccount,
            units: options.units.isEmpty ? try await caller.root(home) : options.units,
            callAs: isManagement ? .ownAccount : .delegatedAdministrator)
        return sites
    }

    /// A list that cannot be read proves nothing: CloudFormation will say it.
    private func checkAdministrator(
        _ caller: Site, _ organization: Organizations.Organization, _ home: String
    ) async throws(Obstacle) {
        let administrators: [String]
        do throws(AWS.Failure) {
            administrators = try await caller.all(in: home) {
                Organizations.listDelegatedAdministrators(
                    of: PreflightAnswer.stackSetService, token: $0)
            }
        } catch {
            return
        }
        guard administrators.contains(caller.account) else {
            throw Obstacle(
                account: caller.account, "organization",
                "the account is neither the management account \(organization.managementAccount) "
                    + "nor a delegated administrator of StackSets",
                hint: "name the management account's profile with --organization-profile")
        }
    }
}

extension Site {
    fileprivate func root(_ region: String) async throws(Obstacle) -> [String] {
        do throws(AWS.Failure) {
            return try await all(in: region) { Organizations.listRoots(token: $0) }
        } catch {
            throw Obstacle(
                error, at: self, region, "organization",
                hint: "allow organizations:ListRoots, or name units with --organizational-units")
        }
    }
}
