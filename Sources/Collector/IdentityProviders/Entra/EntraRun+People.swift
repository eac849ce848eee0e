import IdPClient
import Snapshots

extension EntraRun {
    /// A responder with the id that policies know them by; no id where they could not be read.
    struct Person {
        var id: String?
        var responder: Observed<Snapshot.Responder>
    }

    /// A responder by the name they sign in with.
    func person(_ name: String) async -> Person {
        do throws(Unavailable) {
            let user = try await graph.observe(
                "responder \(name)", Graph.getUser(name), before: deadline, \.self
            ).get()
            let part = "the factors of responder \(name)"
            let methods = await graph.observe(
                part, Graph.getUserRegistrationDetails(user.id), before: deadline, \.self)
            let factors: Listing<String> =
                switch methods {
                case .observed(let methods): Listing(methods)
                // Nobody who has registered nothing is in that report.
                case .unavailable(let why) where why.reason == .notFound: Listing([])
                case .unavailable(let why): Listing([], unread: why)
                }
            let status = user.isEnabled.map { $0 ? "ACTIVE" : "DISABLED" } ?? "UNKNOWN"
            return Person(
                id: user.id,
                responder: .observed(Snapshot.Responder(status: status, factors: factors)))
        } catch {
            return Person(responder: .unavailable(error))
        }
    }

    /// Active assignments to every emergency group, whole where each of them could be read.
    func privilegedAssignments() async -> Listing<Snapshot.PrivilegedAssignment> {
        let answers = await askEach(plan.emergencyGroups) { id in
            await graph.observe(
                "the active privileged assignments to group \(id)",
                Graph.listAssignmentScheduleInstances(group: id), before: deadline
            ) {
                Snapshot.PrivilegedAssignment(
                    group: $0.group, principal: $0.principal, kind: $0.kind)
            }
        }
        let lists = plan.emergencyGroups.compactMap { answers[$0] }
        return Listing(
            lists.flatMap(\.items), unread: lists.lazy.compactMap(\.unread).first)
    }

    /// The same assignments, their holders by the names they sign in with, as far as they are members
    /// of the groups: a declared emergency names people so.
    func named(
        _ assignments: Listing<Snapshot.PrivilegedAssignment>,
        by groups: [String: Observed<Snapshot.Group>]
    ) -> Listing<Snapshot.PrivilegedAssignment> {
        Listing(
            assignments.items.map { assignment in
                var named = assignment
                let members = groups[assignment.group]?.value?.members.items ?? []
                named.principal =
                    members.first { $0.id == assignment.principal }?.login ?? assignment.principal
                return named
            }, unread: assignments.unread)
    }
}
