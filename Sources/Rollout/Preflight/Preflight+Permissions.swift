import AWSClient
import AccessPlan
import Deployment

extension Preflight {
    /// Asks the policy simulator in each account that there are credentials for.
    func permissions() async -> [PreflightAnswer] {
        await sites.all.concurrentMap(width: Self.width) { site in await permissions(of: site) }
    }

    /// What the program itself does with a site's credentials.
    func duties(of site: Site) -> Set<DeploymentActions.Duty> {
        var duties: Set<DeploymentActions.Duty> = [.stacks]
        if site.account == sites.emergency.account { duties.insert(.hubs) }
        if site.account == sites.organization?.account {
            duties.formUnion([.stackSets, .organization])
        }
        return duties
    }

    private func permissions(of site: Site) async -> PreflightAnswer {
        let simulated: String
        switch PreflightCaller(arn: site.arn) {
        case .role(let name):
            switch await site.ask(IAM.getRole(name), in: home) {
            case .success(let role): simulated = role.arn
            // Only IAM knows the role's path.
            case .failure(let failure): return unread(site, site.arn, "\(failure)")
            }
        case .user(let arn): simulated = arn
        case .root:
            return unread(site, site.arn, "the simulator does not take a root user")
        case .other:
            return unread(site, site.arn, "the simulator takes roles and users only")
        }
        let requests = DeploymentActions.requests(
            types: planned.types[site.account] ?? [], duties: duties(of: site),
            account: site.account, region: home, partition: plan.partition)
        // IAM answers a handful of simulations a second.
        let answers = await requests.concurrentMap(width: 4) { request in
            await site.askAll(in: home) { marker in
                IAM.simulatePrincipalPolicy(
                    arn: simulated, actions: request.actions, resources: [request.resource],
                    context: ["aws:PrincipalArn": simulated, "aws:RequestedRegion": home],
                    marker: marker)
            }
        }
        var verdicts: [PermissionVerdict] = []
        var failure: AWS.Failure?
        for answer in answers {
            switch answer {
            case .success(let decisions): verdicts += decisions.map(PermissionVerdict.init)
            case .failure(let why): failure = failure ?? why
            }
        }
        return .permissions(
            account: site.account, caller: simulated, verdicts,
            unread: failure.map { String("\($0)".split(separator: "\n").first ?? "") })
    }

    private func unread(_ site: Site, _ caller: String, _ why: String) -> PreflightAnswer {
        .permissions(
            account: site.account, caller: caller, [],
            unread: String(why.split(separator: "\n").first ?? ""))
    }
}

extension PermissionVerdict {
    fileprivate init(_ decision: IAM.Decision) {
        self.init(
            action: decision.action, isAllowed: decision.decision == "allowed",
            isOutsideOrganization: decision.allowedByOrganizations == false,
            missingContext: decision.missingContext)
    }
}
