// Collects a snapshot of many accounts from AWS_ENDPOINT_URL, and prints time and memory as JSON,
// for Benchmarks/collector/run:
//
//     collector-benchmark ACCOUNTS

import AWSClient
import AccessPlan
import Collector
import Glibc
import Snapshots
import System

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000
var plan = Plan(organization: "example", emergencyAccount: "100000000000", home: "eu-west-1")
plan.accounts = (1..<max(2, count)).map { number in
    Plan.Account(
        number: number, id: String(100_000_000_000 + number), name: "account-\(number)",
        roles: ["RO"])
}

let world = World.real
let client = try AWS.ConcurrentClient(world: world)
let collector = Collector(
    plan: plan, client: client, own: try AWS.Caller(world: world),
    deadline: world.deadline(after: .seconds(840)))
let start = world.instant()
let snapshot = await collector.fill(Snapshot(takenAt: 0))
let seconds = (world.instant() - start) / .seconds(1)

var usage = rusage()
getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
let processor =
    Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
let regions = snapshot.accounts.values.map { account in
    account.regions.items.count { account.rules(in: $0).unread == nil }
}
print(
    """
    {"seconds":\(seconds),"processor":\(processor),"peakMB":\(Double(usage.ru_maxrss) / 1024),\
    "reached":\(snapshot.accounts.values.count { $0.reached.value == true }),\
    "regions":\(regions.reduce(0, +))}
    """)
