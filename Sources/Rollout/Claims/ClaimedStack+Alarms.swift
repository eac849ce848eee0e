import AWSClient
import AccessPlan
import Deployment
import Templates

extension ClaimedStack {
    /// Alarms, whether they act, and on whom: one list.
    func alarms() async throws(AWS.Failure) -> [ClaimFault] {
        let there = Dictionary(
            try await all { CloudWatch.describeAlarms(prefix: AlertPathNames.prefix, token: $0) }
                .map { ($0.name, $0) }
        ) { first, _ in first }
        return of("AWS::CloudWatch::Alarm").compactMap { alarm in
            guard let found = there[alarm.physical] else { return alarm.missing }
            let wanted = (alarm.properties["AlarmActions"]?.list ?? []).compactMap(\.string)
            guard !wanted.isEmpty else { return nil }
            if !found.actionsEnabled { return alarm.wrong("has its actions disabled") }
            return wanted.first { !found.actions.contains($0) }.map {
                alarm.wrong("does not publish to \($0)")
            }
        }
    }

    /// Dashboards, which are listed for all Regions at once.
    func dashboards() async throws(AWS.Failure) -> [ClaimFault] {
        let there = Set(
            try await all { CloudWatch.listDashboards(prefix: AlertPathNames.prefix, token: $0) })
        return of("AWS::CloudWatch::Dashboard").filter { !there.contains($0.physical) }
            .map(\.missing)
    }

    /// Schedules, whether they are on, what they start, and their groups.
    func schedules() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        let groups = of("AWS::Scheduler::ScheduleGroup")
        for group in groups {
            let state = try await find(Scheduler.getScheduleGroup(group.physical))
            if state != "ACTIVE" { faults.append(group.missing) }
        }
        for schedule in of("AWS::Scheduler::Schedule") {
            // The group's name is known from the stack: templates refer to it.
            let group = groups.first?.physical ?? AlertPathNames.scheduleGroup
            let found = try await find(Scheduler.getSchedule(schedule.name, group: group))
            guard let found else {
                faults.append(schedule.missing)
                continue
            }
            let wanted = schedule["State"] ?? "ENABLED"
            let target = schedule.properties["Target"]?["Arn"]?.string
            if found.state != wanted {
                faults.append(schedule.wrong("is \(found.state), not \(wanted)"))
            } else if let target, target != found.target {
                faults.append(schedule.wrong("starts \(found.target), not \(target)"))
            }
        }
        return faults
    }

    /// Service control policies, and what they are attached to.
    func controlPolicies() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for policy in of("AWS::Organizations::Policy") {
            guard try await find(Organizations.describePolicy(id: policy.physical)) != nil else {
                faults.append(policy.missing)
                continue
            }
            let targets = Set(
                try await all {
                    Organizations.listTargetsForPolicy(id: policy.physical, token: $0)
                }.map(\.id))
            let wanted = (policy.properties["TargetIds"]?.list ?? []).compactMap(\.string)
            if let target = wanted.first(where: { !targets.contains($0) }) {
                faults.append(policy.wrong("is not attached to \(target)"))
            }
        }
        return faults
    }
}
