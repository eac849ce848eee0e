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
        var acts: [String: ChangeTable.Act] = [:]
        /// What a Region's stacks have in common is found out once.
        func act(
            _ kind: String, _ place: StackSetInstances.Place,
            _ make: (TemplateStack.Place) -> ChangeTable.Act
        ) -> ChangeTable.Act {
            let key = "\(kind) \(place.region)"
            if let known = acts[key] { return known }
            let found = make(run.place(place))
            acts[key] = found
            return found
        }
        func row(_ place: StackSetInstances.Place, _ act: ChangeTable.Act) -> ChangeTable.Row {
            ChangeTable.Row(run.place(place), run.wanted.name, isOfStackSet: true, act)
        }
        let made = look.made.map { place in
            row(
                place,
                act("create", place) { place in
                    .step(.create(StackDifference(creating: run.stack(at: place))))
                })
        }
        let deleted = look.deleted.map { place in
            row(
                place,
                act("delete", place) { place in
                    guard let deployed = look.deployed else {
                        return .delete(.unknown(because: "its template could not be read"))
                    }
                    return .delete(
                        StackDifference(deleting: deployed, name: run.wanted.name, in: place))
                })
        }
        let kept = look.kept.map { place in
            if let one = stale["\(place.account)/\(place.region)"], !look.differs {
                let why = one.status + (one.reason.map { ": \($0)" } ?? "")
                return row(place, .step(.update(.unknown(because: "it is \(why)"))))
            }
            guard look.differs, let deployed = look.deployed else {
                return row(place, .step(.none))
            }
            return row(
                place,
                act("update", place) { place in
                    .step(.update(StackDifference(updating: deployed, to: run.stack(at: place))))
                })
        }
        return made + kept + deleted
    }
}

extension StackSetRun {
    fileprivate func place(_ place: StackSetInstances.Place) -> TemplateStack.Place {
        TemplateStack.Place(account: place.account, region: place.region, partition: partition)
    }

    /// A stack of the stack set as if it were wanted by itself.
    fileprivate func stack(at place: TemplateStack.Place) -> WantedStack {
        WantedStack(
            stage: wanted.stage, at: place, name: wanted.name, wanted.template,
            parameters: wanted.parameters)
    }
}
