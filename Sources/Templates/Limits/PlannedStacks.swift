import AccessPlan
import Partitions

/// Every stack of a plan in every kind of place: what differs between places are conditions.
struct PlannedStacks {
    /// One of them.
    struct Stack {
        let name: String
        let template: TemplateValue
        let parameters: [String: String]
        let place: TemplateStack.Place

        func resources() throws(ResolutionError) -> [TemplateStack.Resource] {
            try TemplateStack(template, name: name, parameters: parameters, in: place).resources()
        }
    }

    let all: [Stack]

    init(_ plan: Plan, _ rendered: RenderedTemplates, _ templates: [String: TemplateValue]) {
        let places = plan.kindsOfPlace
        let home = places.prefix(1)
        let workload = places.suffix(1)
        let hubs = places.filter {
            $0.account == plan.emergencyAccount && plan.regions.hubs.contains($0.region)
        }
        let known = [
            ("hub", hubs[...]), ("region", places[...]), ("access", home), ("workload", workload),
            ("management", workload), ("guardrail", home),
        ]
        var all: [Stack] = []
        for (name, places) in known {
            guard let template = templates[name], let given = rendered.parameters(of: name)
            else { continue }
            let parameters = plan.atDeployment(of: name).merging(given) { $1 }
            all += places.map { place in
                Stack(
                    name: AlertPathNames.prefix + name, template: template, parameters: parameters,
                    place: place)
            }
        }
        for file in rendered.files {
            guard file.isTemplate, let template = file.value else { continue }
            let name = AlertPathNames.prefix + file.name.prefix { $0 != "." }
            let isEverywhere = file.name.hasPrefix("guard")
            all += (isEverywhere ? places : template.places(of: plan)).map { place in
                Stack(name: name, template: template, parameters: [:], place: place)
            }
        }
        self.all = all
    }
}

extension Plan {
    /// A place of each kind: hubs and the global Region of the emergency access account, any other
    /// Region of it, the global Region and any other of a workload account, which is last.
    var kindsOfPlace: [TemplateStack.Place] {
        // The longest name that a Region has: patterns contain it.
        let other = Partition.named(partition)?.regions.max { $0.utf8.count < $1.utf8.count }
        let regions = self.regions.hubs + [globalRegion, other ?? globalRegion]
        let workload = accounts.last { $0.id != emergencyAccount }?.id ?? emergencyAccount
        let all =
            regions.map { (emergencyAccount, $0) } + regions.suffix(2).map { (workload, $0) }
        return all.reduce(into: []) { places, one in
            let place = TemplateStack.Place(
                account: one.0, region: one.1, partition: partition)
            if !places.contains(place) { places.append(place) }
        }
    }

    /// Parameters that only deployment knows: where the code is, whom policies bind, the name of the
    /// partner's event source. No limit depends on their values.
    func atDeployment(of template: String) -> [String: String] {
        switch template {
        case "hub":
            var parameters = [
                "EnricherCode": "code.zip", "PublisherCode": "code.zip", "CheckerCode": "code.zip",
            ]
            if has(.okta) {
                parameters["PartnerEventSource"] = "aws.partner/okta.com/\(emergencyAccount)/log"
            }
            return parameters
        case "guardrail": return ["TargetIds": "r-root"]
        default: return [:]
        }
    }
}

extension TemplateValue {
    /// Where a template of the plan's roles is tried: in accounts that differ in their roles.
    fileprivate func places(of plan: Plan) -> [TemplateStack.Place] {
        let rows = self["Mappings"]?["Accounts"]?.members ?? []
        var seen: Set<[TemplateValue]> = []
        let accounts = rows.filter { row in
            let roles = row.value.members?.filter { $0.name != "Number" }.map(\.value)
            return seen.insert(roles ?? []).inserted
        }.map(\.name)
        return (accounts.isEmpty ? [plan.emergencyAccount] : accounts).map {
            TemplateStack.Place(
                account: $0, region: plan.regions.home, partition: plan.partition)
        }
    }
}
