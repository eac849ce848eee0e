package import AccessPlan
package import Reports
package import Snapshots

/// One thing that is wrong or cannot be read in an otherwise healthy set-up.
package struct Defect: Sendable {
    /// What is wrong, as a sentence.
    package let name: String

    /// The check that has to find it.
    package let check: String

    /// The expected status.
    package var status = Outcome.Status.drifted

    /// Other checks that find it too, because it is their cause. They have the same status.
    package var consequences: [String] = []

    /// A severity that differs from the check's own.
    package var severity: Severity?

    /// The plan that it is planted in.
    package var plan = CheckPlan.okta

    /// Plants it.
    package let plant: @Sendable (inout Snapshot, inout Plan) -> Void

    /// The night's report with the defect planted.
    package var report: Report {
        var plan = plan
        var snapshot = Snapshot.healthy(plan)
        plant(&snapshot, &plan)
        return Report(of: snapshot, plan: plan)
    }
}

extension Defect {
    /// Somebody changed something.
    package static func drift(
        _ check: String, _ name: String, severity: Severity? = nil,
        consequences: [String] = [], plan: Plan = CheckPlan.okta,
        plant: @escaping @Sendable (inout Snapshot) -> Void
    ) -> Defect {
        Defect(
            name: name, check: check, consequences: consequences, severity: severity, plan: plan
        ) { snapshot, _ in plant(&snapshot) }
    }

    /// Something cannot be read: all of these checks must report it.
    package static func unread(
        _ check: String, _ name: String, consequences: [String] = [],
        plan: Plan = CheckPlan.okta, plant: @escaping @Sendable (inout Snapshot) -> Void
    ) -> Defect {
        Defect(
            name: name, check: check, status: .notChecked, consequences: consequences, plan: plan
        ) { snapshot, _ in plant(&snapshot) }
    }
}

extension Observed {
    /// Changes the value in place.
    package mutating func edit(_ change: (inout Value) -> Void) {
        guard var value else { return }
        change(&value)
        self = .observed(value)
    }

    /// The result of a denied call.
    package static var denied: Observed {
        .unavailable(Unavailable("it", .denied, detail: "E0000006"))
    }

    /// The result for something that does not exist.
    package static var missing: Observed { .unavailable(Unavailable("it", .notFound)) }
}

extension Listing {
    /// The result of a denied call.
    package static var denied: Listing { Listing([], unread: Unavailable("the list", .denied)) }

    /// The same list without its last page.
    package var torn: Listing { Listing(items, unread: Unavailable("the list", .partialPage)) }
}

extension Defect {
    package static let all =
        shut + roles + trust + federation + users + heard + alertPath + ledger
}
