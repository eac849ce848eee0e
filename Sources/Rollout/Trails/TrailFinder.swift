import AWSClient
package import AccessPlan
import Snapshots

/// Finds the trail through which EventBridge receives events. Only reads.
package struct TrailFinder: Sendable {
    let plan: Plan
    let management: Site?
    /// In the order in which they are asked, each account once.
    let sites: [Site]

    /// What was found, and what follows.
    package struct Found: Sendable, Hashable {
        /// What follows.
        package let decision: TrailDecision
        /// Each trail with the judgment on it, for a person.
        package let lines: [String]
    }

    /// Makes a finder.
    /// - Parameters:
    ///   - plan: what is deployed.
    ///   - management: the management account; `nil` where it is not reached.
    ///   - organization: a delegated administrator of StackSets; `nil` if there is none.
    ///   - emergency: the emergency access account.
    package init(plan: Plan, management: Site?, organization: Site?, emergency: Site) {
        self.plan = plan
        self.management = management
        var accounts: Set<String> = []
        sites = [management, organization, emergency].compactMap { $0 }
            .filter { accounts.insert($0.account).inserted }
    }

    /// Asks one account after the other until one decides.
    package func find() async -> Found {
        var lines: [String] = []
        var unknown: [Obstacle] = []
        for site in sites {
            switch await choice(in: site) {
            case .failure(let obstacle):
                unknown.append(obstacle)
            case .success(let choice):
                lines += choice.judged.map { one in
                    "\(site.account)  \(one.trail.homeRegion)  trail \(one.trail.arn) is \(one.word)"
                        + (one.reason.map { ": \($0)" } ?? "")
                }
                if case .unknown = choice.decision {
                    unknown += obstacles(choice, in: site)
                } else if let decision = await decision(choice, in: site) {
                    return Found(decision: decision, lines: lines)
                }
            }
        }
        return Found(
            decision: .blocked(unknown.isEmpty ? [Self.onlyManagement] : unknown), lines: lines)
    }

    /// `nil` where another account has to be asked.
    private func decision(_ choice: TrailChoice, in site: Site) async -> TrailDecision? {
        switch choice.decision {
        case .adopt(let trail):
            let isOfThisAccount = trail.isOurs && owner(trail) == site.account
            // Its stack stays in the Region that was home when it was made: there, it is a trail like
            // any other.
            let isOfThisHome = isOfThisAccount && region(trail) == plan.regions.home
            if isOfThisHome { return .own(own([], in: site)) }
            guard plan.trail == nil, !trail.isOurs || isOfThisAccount else {
                return .asItIs(arn: trail.arn)
            }
            guard let arn = try? ARN(trail.arn) else {
                return .blocked([Obstacle(account: site.account, trail.arn, "is not an ARN")])
            }
            return .adopt(arn)
        case .repair(let trail, let reasons):
            return owner(trail) == site.account ? .own(own(reasons, in: site)) : nil
        case .make:
            guard !plan.isOfAnOrganization || site.account == management?.account else {
                return nil
            }
            let missing =
                plan.isOfAnOrganization
                ? await TrailReader(site: site, home: plan.regions.home).missing() : []
            guard missing.isEmpty else {
                return .blocked(missing.map { Self.missing($0, in: site) })
            }
            return .own(own([], in: site))
        case .refuse:
            return .blocked(obstacles(choice, in: site))
        case .unknown:
            return nil
        }
    }

    private func choice(in site: Site) async -> Result<TrailChoice, Obstacle> {
        let home = plan.regions.home
        do throws(AWS.Failure) {
            return .success(
                TrailChoice(try await TrailReader(site: site, home: home).trails(), plan: plan))
        } catch {
            return .failure(Obstacle(error, at: site, home, "trails"))
        }
    }

    private func own(_ reasons: [String], in site: Site) -> OwnTrail {
        OwnTrail(
            account: site.account, isOfOrganization: plan.isOfAnOrganization, reasons: reasons)
    }

    private func owner(_ trail: Snapshot.Trail) -> String { part(4, of: trail) }

    private func region(_ trail: Snapshot.Trail) -> String { part(3, of: trail) }

    private func part(_ index: Int, of trail: Snapshot.Trail) -> String {
        let parts = trail.arn.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > index ? String(parts[index]) : ""
    }

    private func obstacles(_ choice: TrailChoice, in site: Site) -> [Obstacle] {
        choice.problems.map {
            Obstacle(account: site.account, "trails", $0.fact, hint: $0.hint)
        }
    }

    private static func missing(_ missing: TrailPrecondition, in site: Site) -> Obstacle {
        Obstacle(
            account: site.account, missing.name,
            "is missing, and without it a trail of the organization cannot be made",
            hint: missing.command)
    }

    private static let onlyManagement = Obstacle(
        "trails",
        "no trail of the organization is fit, and only the management account can make one",
        hint: "name its profile with --management-profile")
}
