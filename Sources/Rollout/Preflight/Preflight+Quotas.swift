import AWSClient
import AccessPlan
import Deployment

extension Preflight {
    /// Roles, policies and users of each account, by IAM's own count.
    func identities() async -> [PreflightAnswer] {
        let places = sites.all.filter { planned.identities[$0.account] != nil }
        return await places.concurrentMap(width: Self.width) { site in await identities(of: site) }
            .flatMap { $0 }
    }

    private func identities(of site: Site) async -> [PreflightAnswer] {
        let summary: [String: Int]
        switch await site.ask(IAM.getAccountSummary(), in: home) {
        case .success(let found): summary = found
        case .failure(let failure): return [unread(.identities, site, nil, failure)]
        }
        var answers: [PreflightAnswer] = []
        for kind in IdentityKind.allCases {
            guard let names = planned.identities[site.account]?[kind],
                let present = summary[kind.rawValue], let limit = summary[kind.rawValue + "Quota"]
            else { continue }
            var occupancy = Occupancy(limit: limit, present: present)
            if !occupancy.hasRoom(for: names.count) {
                switch await site.askAll(in: home, { kind.list($0) }) {
                case .success(let there): occupancy.ours = there.count { names.contains($0) }
                case .failure(let failure):
                    answers.append(unread(.identities, site, nil, failure))
                    continue
                }
            }
            answers.append(
                .room(
                    .identities, account: site.account, for: kind.noun, planned: names.count,
                    occupancy,
                    remedy: kind.remedy(in: plan.partition, needed: present + names.count)))
        }
        return answers
    }

    /// Stacks of the hubs' Regions, where most of ours are.
    func stacks() async -> [PreflightAnswer] {
        let spots = planned.stacks.keys.sorted().filter { plan.regions.hubs.contains($0.region) }
        return await spots.concurrentMap(width: Self.width) { spot in await stacks(in: spot) }
            .compactMap { $0 }
    }

    private func stacks(in spot: PlannedResources.Spot) async -> PreflightAnswer? {
        guard let site = sites[spot.account] else { return nil }
        let names = planned.stacks[spot] ?? []
        let quota = ServiceQuotas.Quota(service: "cloudformation", code: "L-0485CB21")
        let found = await site.askAll(in: spot.region) { CloudFormation.listStacks(token: $0) }
        switch (await site.limit(quota, in: spot.region), found) {
        case (.success(let limit), .success(let stacks)):
            let there = stacks.filter { $0.status != "DELETE_COMPLETE" }.map(\.name)
            return .room(
                .stacks, account: spot.account, region: spot.region, for: "stacks",
                planned: names.count,
                Occupancy(
                    limit: limit, present: there.count, ours: there.count { names.contains($0) }),
                remedy: PreflightAnswer.increase(
                    service: quota.service, code: quota.code, region: spot.region,
                    needed: there.count + names.count))
        case (.failure(let failure), _), (_, .failure(let failure)):
            return unread(.stacks, site, spot.region, failure)
        }
    }

    /// Rules on the default bus, in every Region that gets some.
    func rules() async -> [PreflightAnswer] {
        await planned.rules.keys.sorted().concurrentMap(width: Self.width) { spot in
            await rules(in: spot)
        }
        .compactMap { $0 }
    }

    private func rules(in spot: PlannedResources.Spot) async -> PreflightAnswer? {
        guard let site = sites[spot.account] else { return nil }
        let names = planned.rules[spot] ?? []
        let quota = ServiceQuotas.Quota(service: "events", code: "L-244521F2")
        let found = await site.askAll(in: spot.region) { EventBridge.listRules(token: $0) }
        switch (await site.limit(quota, in: spot.region), found) {
        case (.success(let limit), .success(let rules)):
            return .room(
                .rules, account: spot.account, region: spot.region, for: "rules",
                planned: names.count,
                Occupancy(
                    limit: limit, present: rules.count,
                    ours: rules.count { names.contains($0.name) }),
                remedy: PreflightAnswer.increase(
                    service: quota.service, code: quota.code, region: spot.region,
                    needed: rules.count + names.count))
        case (.failure(let failure), _), (_, .failure(let failure)):
            return unread(.rules, site, spot.region, failure)
        }
    }

    /// What could not be read, as an answer.
    func unread(
        _ question: PreflightQuestion, _ site: Site, _ region: String?, _ failure: AWS.Failure
    ) -> PreflightAnswer {
        let obstacle = Obstacle(failure, at: site, region ?? home, question.rawValue)
        return PreflightAnswer(
            question, .unknown, account: site.account, region: region, obstacle.reason,
            remedy: obstacle.hint)
    }
}

extension IdentityKind {
    /// Lists their names, a page at a time.
    fileprivate func list(_ marker: String?) -> AWS.Operation<AWS.Page<String>> {
        switch self {
        case .roles: IAM.listRoleNames(marker: marker)
        case .policies: IAM.listPolicyNames(marker: marker)
        case .users: IAM.listUserNames(marker: marker)
        }
    }
}

extension Site {
    /// A quota as it applies here; the default where the account has no other.
    fileprivate func limit(
        _ quota: ServiceQuotas.Quota, in region: String
    ) async -> Result<Int, AWS.Failure> {
        let applied = await ask(ServiceQuotas.getServiceQuota(quota), in: region)
        guard case .failure(let failure) = applied,
            failure.begins(with: ["NoSuchResource"])
        else { return applied }
        return await ask(ServiceQuotas.getDefaultServiceQuota(quota), in: region)
    }
}
