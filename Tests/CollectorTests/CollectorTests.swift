import Dispatch
import FakeWorld
import Synchronization
import Templates
import Testing

@testable import AccessPlan
@testable import Checks
@testable import Collector
@testable import Runs
@testable import Snapshots
@testable import System

struct CollectorTests {
    private let emergency = Plan.small.emergencyAccount
    private let production = "111122223333"

    @Test func `every account is read in every Region, by its own session`() async {
        let aws = StandInAWS()
        let snapshot = await aws.snapshot()
        for id in [emergency, production] {
            let account = snapshot.account(id)
            #expect(account.reached == .observed(true))
            #expect(account.regions == Listing(["eu-west-1", "us-east-1"]))
            #expect(account.securityContact.value?.email == "security@example.com")
            for region in account.regions.items {
                let rules = account.rules(in: region)
                #expect(rules.unread == nil)
                #expect(rules.items.map(\.name) == ["breakglass-sign-in", "breakglass-root"])
                #expect(rules.items.allSatisfy { $0.targets.items.count == 1 })
            }
            let lists = aws.calls("ListRules").filter { $0.key == "ASIA" + id }
            #expect(Set(lists.map(\.region)) == ["eu-west-1", "us-east-1"])
        }
        #expect(snapshot.hub("eu-west-1").bus.value?.policy == "{}")
        #expect(snapshot.hub("eu-west-1").rules.items.count == 2)
    }

    @Test func `an account's session is begun once, however many calls need it`() async {
        let aws = StandInAWS()
        _ = await aws.snapshot()
        // Both planned accounts and the management account.
        #expect(aws.calls("AssumeRole").count == 3)
        #expect(Set(aws.calls("AssumeRole").map(\.key)) == ["own"])
    }

    @Test func `each pattern is tested once with each sample event of its rule`() async {
        let aws = StandInAWS()
        let snapshot = await aws.snapshot()
        func events(_ rule: String) -> [String] {
            CannedEvent.all(for: .small).filter { $0.isWanted(by: rule) != nil }.map(\.name)
        }
        #expect(Set(snapshot.patternTests.keys) == [#"{"a":[1]}"#, #"{"b":[1]}"#])
        let tried = events("breakglass-sign-in") + events("breakglass-root")
        #expect(aws.calls("TestEventPattern").count == tried.count)
        #expect(
            snapshot.patternTests[#"{"a":[1]}"#]
                == .observed(
                    Snapshot.PatternTest(matched: Set(events("breakglass-sign-in")), refused: [])))
    }

    @Test
    func
        `if a role cannot be assumed, each part of that account has the reason, and no other part`()
        async
    {
        let aws = StandInAWS { call in
            call.operation == "AssumeRole" && call.body.contains("111122223333")
                ? .refuseXML("AccessDenied") : .usual
        }
        let snapshot = await aws.snapshot()
        let account = snapshot.account(production)
        #expect(account.reached.reason == .denied)
        #expect(account.regions.unread?.reason == .denied)
        #expect(account.securityContact.reason == .denied)
        let why = account.reached.why?.description ?? ""
        #expect(why.hasPrefix("account 111122223333 could not be read: access was denied (arn:aws"))
        #expect(!why.contains("hint"))
        #expect(snapshot.account(emergency).rules(in: "us-east-1").unread == nil)
        let tries = aws.calls("AssumeRole").filter { $0.body.contains("111122223333") }
        #expect(tries.count == 1)
    }

    @Test func `a Region that does not answer costs its own parts and no other's`() async {
        let aws = StandInAWS {
            $0.region == "us-east-1" && $0.service == "events" ? .silence : .usual
        }
        let snapshot = await aws.snapshot()
        for id in [emergency, production] {
            #expect(snapshot.account(id).rules(in: "us-east-1").unread?.reason == .timeout)
            #expect(snapshot.account(id).rules(in: "eu-west-1").unread == nil)
            #expect(snapshot.account(id).reached == .observed(true))
        }
    }

    @Test(arguments: [false, true])
    func `the snapshot is returned by the deadline, even if a call hangs`(isStubborn: Bool) async {
        struct Stubborn: IdentityProviderReader {
            let machine: FakeWorld

            func read(
                _ plan: Plan, since: Int?, before deadline: Deadline
            ) async -> Snapshot.IdentityProvider {
                // The time passes, and even a canceled task does not return.
                machine.advance(by: .seconds(20))
                return await Task.detached {
                    await machine.world.wait(.seconds(600))
                    return Snapshot.IdentityProvider()
                }.value
            }
        }
        let aws = StandInAWS { _ in .hang }
        let collector = aws.collector(
            within: .seconds(10),
            identityProvider: isStubborn ? Stubborn(machine: aws.machine) : nil)
        let snapshot = await collector.fill(Snapshot(takenAt: 1))
        aws.machine.advance(by: .seconds(600))
        #expect(snapshot.identityProvider.app.reason == .notReached)
        let reason = snapshot.account(production).reached.reason
        #expect(reason == .timeout || reason == .notReached)
    }

    @Test func `the identity provider is asked for what happened since the last run`() async {
        final class Asked: IdentityProviderReader {
            let since = Mutex<Int?>(nil)
            func read(
                _ plan: Plan, since: Int?, before deadline: Deadline
            ) async -> Snapshot.IdentityProvider {
                self.since.withLock { $0 = since }
                return Snapshot.IdentityProvider()
            }
        }
        let asked = Asked()
        var known = Snapshot(takenAt: 2_000)
        known.history.lastRun = .observed(RunDigest(takenAt: 1_000))
        let filled = await StandInAWS().collector(identityProvider: asked).fill(known)
        #expect(asked.since.withLock { $0 } == 1_000)
        #expect(filled.history.lastRun.value??.takenAt == 1_000)
    }

    @Test func `progress ends with all parts done`() async {
        let last = Mutex<[Progress]>([])
        let collector = StandInAWS().collector { progress in last.withLock { $0.append(progress) } }
        _ = await collector.fill(Snapshot(takenAt: 1))
        let all = last.withLock { $0 }
        #expect(all.map(\.done).max() == all.first?.total)
        #expect(all.count == all.first?.total)
    }

    @Test func `without time nothing is sent, and every part was not reached`() async {
        let aws = StandInAWS()
        let snapshot = await aws.snapshot(within: .zero)
        #expect(aws.calls.isEmpty)
        #expect(snapshot.account(production).reached.reason == .notReached)
        #expect(snapshot.hub("eu-west-1").bus.reason == .notReached)
    }

    @Test func `a caller that is not a task gets the same`() async {
        let snapshot = await withCheckedContinuation { continuation in
            DispatchQueue(label: "the runtime's loop").async {
                var snapshot = Snapshot(takenAt: 1)
                StandInAWS().collector().fill(&snapshot)
                continuation.resume(returning: snapshot)
            }
        }
        #expect(snapshot.account(production).reached == .observed(true))
    }
}

extension Observed {
    var why: Unavailable? {
        if case .unavailable(let why) = self { return why }
        return nil
    }

    var reason: Unavailable.Reason? { why?.reason }
}
