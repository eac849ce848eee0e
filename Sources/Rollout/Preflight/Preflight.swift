public import AccessPlan
public import Deployment

/// Asks, before a deployment, what could stand in its way. Reads only.
public struct Preflight: Sendable {
    let plan: Plan
    let sites: Sites
    let planned: PlannedResources
    let known: [PreflightAnswer]

    /// What each hub's Region offers; nil if it is to be read.
    var hubs: [HubSurroundings]?

    /// Prepares the questions.
    /// - Parameters:
    ///   - plan: what is to be deployed.
    ///   - sites: the accounts that there are credentials for.
    ///   - planned: what the deployment creates where.
    ///   - known: answers that follow from what a deployment reads anyway, on Regions
    ///     (``PreflightAnswer/regions(_:notes:plan:until:)``) and trails.
    public init(
        _ plan: Plan, _ sites: Sites, planned: PlannedResources, known: [PreflightAnswer]
    ) {
        self.plan = plan
        self.sites = sites.asking
        self.planned = planned
        self.known = known
    }

    /// How many calls of one question are under way at a time.
    static let width = 16

    /// The Region in which services without Regions of their own are asked.
    var home: String { plan.regions.home }

    /// Asks everything, side by side.
    /// - Parameter narrator: told what is being asked.
    /// - Returns: the answers, in no order.
    public func run(_ narrator: Narrator = .silent) async -> [PreflightAnswer] {
        narrator.progress("asking what could stand in the way")
        let parts: [@Sendable () async -> [PreflightAnswer]] = [
            { accounts }, { await permissions() }, { await identities() }, { await stacks() },
            { await rules() }, { await hubAnswers() }, { await patterns() },
            { await organization() }, { await guardrail() },
        ]
        let answers = await parts.concurrentMap(width: parts.count) { await $0() }
        narrator.progress("")
        return known + answers.flatMap { $0 }
    }

    /// Signing in has asked already: without the right credentials there is no site.
    private var accounts: [PreflightAnswer] {
        sites.all.map {
            PreflightAnswer(.account, .yes, account: $0.account, "signed in as \($0.arn)")
        }
    }

    private func hubAnswers() async -> [PreflightAnswer] {
        if let hubs { return hubs.flatMap { $0.answers(plan) } }
        return await plan.regions.hubs.concurrentMap(width: Self.width) { region in
            await HubReader.read(plan, sites.emergency, region).answers(plan)
        }.flatMap { $0 }
    }
}
