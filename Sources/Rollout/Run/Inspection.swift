import AWSClient
import AccessPlan
package import Deployment
import Templates

/// What a deployment found of stacks and stack sets, and what it is going to do with each.
package struct Inspection: Sendable {
    /// A stack that is wanted.
    struct StackLook: Sendable {
        var run: StackRun
        var step: StackStep
        /// What the services say of a stack that is there.
        var report: ClaimReport?

        /// Asks the services for what the stack claims. What is gone or changed is repaired. Of a stack
        /// that is to be updated only what is gone counts: CloudFormation fails to change it, and the
        /// rest is compared with a template that is not deployed yet.
        mutating func askServices() async {
            var report = await Claims(run.watch.site, run.watch.region).check(run.wanted)
            if step != .none {
                report.keepMissing()
                guard !report.faults.isEmpty else { return }
            }
            self.report = report
            if let repair = StackRepair(report: report).step(besides: step.difference) {
                step = repair
            }
        }

        /// Whether the stack is to be repaired: CloudFormation would change nothing.
        var isRepair: Bool { report?.faults.isEmpty == false }
    }

    /// A stack set that is wanted.
    struct SetLook: Sendable {
        let run: StackSetRun
        let look: StackSetRun.Look
    }

    /// A stack of a former plan.
    struct UnwantedLook: Sendable {
        let watch: StackWatch
        let stack: UnwantedStack
        let deployed: DeployedStack
        let place: TemplateStack.Place
    }

    /// What the plan asks for.
    package internal(set) var wanted: Wanted
    var stacks: [StackLook] = []
    var sets: [SetLook] = []
    var unwanted: [UnwantedLook] = []
    /// Names of the stack sets of a former plan.
    var unwantedSets: [String] = []

    /// What could not be asked of the services, and what is not as stacks claim.
    package var doubts: [Obstacle] { stacks.flatMap { $0.report?.obstacles ?? [] } }

    /// What will be done, for people and programs.
    package var table: ChangeTable {
        ChangeTable(
            stacks.map { look in
                ChangeTable.Row(look.run.wanted.place, look.run.wanted.name, .step(look.step))
            } + sets.flatMap(\.rows)
                + unwanted.map { one in
                    ChangeTable.Row(
                        one.place, one.stack.name,
                        .delete(
                            StackDifference(
                                deleting: one.deployed, name: one.stack.name, in: one.place)))
                })
    }
}

extension Inspection.SetLook {
    /// A row for each stack that is made, changed or deleted, and one for each that stays.
    fileprivate var rows: [ChangeTable.Row] {
        let stale = Dictionary(
            look.stale.map { ("\($0.account)/\($0.region)", $0) }, uniquingKeysWith: { $1 })
        let made = look.instances.made.map(run.place)
        let deleted = look.instances.deleted.map(run.place)
        let kept = look.instances.kept.map(run.place)
        let creations = run.wanted.differences(from: nil, at: made)
        let deletions = look.deployed.map { run.wanted.deletions(of: $0, at: deleted) } ?? [:]
        let updates =
            look.differs && look.deployed != nil
            ? run.wanted.differences(from: look.deployed, at: kept) : [:]
        let unread = StackDifference.unknown(because: "its template could not be read")
        func row(_ place: TemplateStack.Place, _ act: ChangeTable.Act) -> ChangeTable.Row {
            ChangeTable.Row(place, run.wanted.name, isOfStackSet: true, act)
        }
        return made.map { row($0, .step(.create(creations[$0] ?? unread))) }
            + kept.map { place in
                if let update = updates[place] { return row(place, .step(.update(update))) }
                guard let one = stale["\(place.account)/\(place.region)"] else {
                    return row(place, .step(.none))
                }
                let why = one.status + (one.reason.map { ": \($0)" } ?? "")
                return row(place, .step(.update(.unknown(because: "it is \(why)"))))
            }
            + deleted.map { row($0, .delete(deletions[$0] ?? unread)) }
    }
}

extension StackSetRun {
    fileprivate func place(_ place: StackSetInstances.Place) -> TemplateStack.Place {
        TemplateStack.Place(account: place.account, region: place.region, partition: partition)
    }
}
