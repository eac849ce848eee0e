import AWSClient
import AccessPlan
import Deployment
import System
import Text
import Time

extension FirstContact {
    /// A canary is a read-only AssumeRole that a rule of ours has put on the hub's bus by its role: that
    /// one arrived answers two questions.
    func arrivedCanaries(_ question: ContactQuestion) async -> Outcome {
        var arrived: [String] = []
        let since = Int64(emergency.client.world.now().secondsSince1970) - 86_400
        for account in plan.watchedAccounts.prefix(100) {
            let item = DynamoDB.getItem(
                table: AlertPathNames.table, key: ["id": .string("canary#\(account)")],
                consistent: true)
            switch await emergency.ask(item, in: home) {
            case .failure(let failure):
                return .open("the state table cannot be read: \(failure.fact)")
            case .success(let item):
                arrived += (item ?? [:]).compactMap { name, value in
                    guard let time = value.int, time > since, name.contains("-") else { return nil }
                    return "\(account)/\(name)"
                }
            }
        }
        guard !arrived.isEmpty else {
            return .open("no canary arrived in the last day: deploy first, and wait an hour")
        }
        let evidence = ["\(arrived.count) canaries arrived, e.g. " + (arrived.min() ?? "")]
        return question == .busSourceARN
            ? .found(
                "it does: the bus denies everything without it, and canaries arrived", evidence)
            : .found("they do: a canary is one, and canaries arrived", evidence)
    }

    func switchRole() async -> Outcome {
        let places = await history([.eventName("SwitchRole")], of: sites.all)
        guard !places.isEmpty else {
            return .open("nobody switched roles in 90 days: do it once in the console")
        }
        let regions = Set(places.map(\.region)).sorted()
        return .found(
            "in \(regions.joined(separator: ", "))", places.prefix(10).map(\.summary))
    }

    func eventBridgeKMS() async -> Outcome {
        let calls = await history(
            [.eventName("GenerateDataKey"), .eventName("Decrypt")], of: [emergency],
            in: plan.regions.hubs
        ).filter { $0.invokedBy == "events.amazonaws.com" }
        guard !calls.isEmpty else {
            return .open("EventBridge used no key of this account in 90 days")
        }
        let contexts = Set(calls.map { $0.encryptionContext.joined(separator: ", ") }).sorted()
        return .found(
            contexts.map { $0.isEmpty ? "none" : $0 }.joined(separator: "; or "),
            calls.prefix(5).map(\.summary))
    }

    func identityCenterApplication() async -> Outcome {
        let site = sites.management ?? sites.organization ?? emergency
        let events = await history(
            [.eventSource("sso.amazonaws.com"), .eventSource("signin.amazonaws.com")], of: [site]
        ).filter { $0.name == "Federate" || $0.mentionsApplication }
        guard !events.isEmpty else {
            return .open(
                "no sign-in to an application in account \(site.account) in 90 days: do it once, and "
                    + "ask with credentials of Identity Center's account")
        }
        let names = Set(events.map { "\($0.source) \($0.name)" }).sorted()
        return .found("as \(names.joined(separator: ", "))", events.prefix(5).map(\.summary))
    }

    /// Events of the last 90 days, a page of each search: the latest fifty.
    private func history(
        _ searches: [CloudTrail.Lookup], of sites: [Site], in regions: [String]? = nil
    ) async -> [ContactEvent] {
        var all: [ContactEvent] = []
        let since = Int(emergency.client.world.now().secondsSince1970) - 90 * 86_400
        for site in sites {
            var places = regions ?? []
            if regions == nil {
                let enabled = await site.askAll(in: home) { Account.listRegions(token: $0) }
                places = (try? enabled.get()) ?? plan.regions.hubs + plan.globalSignInRegions
            }
            for search in searches {
                // CloudTrail answers two such calls a second, in each Region.
                all += await places.concurrentMap(width: 16) { region in
                    let page = await site.ask(
                        CloudTrail.lookupEvents(search, since: since), in: region)
                    return ((try? page.get())?.items ?? []).compactMap {
                        ContactEvent($0, region: region)
                    }
                }.flatMap { $0 }
            }
        }
        return all
    }
}

extension Site {
    /// Denials of the role of a first contact, in short.
    func denials(in region: String, since: Int) async -> [String] {
        let page = await ask(
            CloudTrail.lookupEvents(.eventName("AssumeRole"), since: since), in: region)
        return ((try? page.get())?.items ?? []).compactMap { ContactEvent($0, region: region) }
            .filter { $0.isDenial(of: ContactQuestion.name) }.map(\.summary)
    }
}
