import FakeAWS
import FakeWorld

@testable import AlertPath
@testable import HTTP
@testable import System
@testable import Text

/// Both hubs, their queues and their sweepers, around the real publisher. One thing goes wrong at one
/// call: each call of both hubs has a number.
final class TestPath {
    /// What goes wrong.
    enum Fault: CaseIterable {
        /// The call has no effect, and no answer.
        case noAnswer
        /// The call has its effect, and no answer.
        case lostAnswer
        /// The run dies before the call.
        case crash
        /// From this call to the end of the run, the service does not answer.
        case dead
        /// Nothing is wrong: before the call, the next run that is due does all its work.
        case another
    }

    /// Something that happens at a time.
    private enum Job {
        case record(String, attempts: Int)
        case queued(String, receives: Int)
        case sweep
    }

    let machine = FakeWorld()
    let hubs: [TestHub]
    /// What SNS took, in its order.
    private(set) var taken: [String] = []
    /// How many calls there were.
    private(set) var calls = 0
    /// Records in a failure queue.
    private(set) var failed: [String] = []

    private var jobs: [(second: Int64, hub: Int, job: Job)] = []
    private let plan: [Int: Fault]
    private var isDying = false
    private var deadHost: String?

    init(hubs count: Int = 1, faults plan: [Int: Fault] = [:]) {
        let machine = machine
        hubs = (0..<count).map { _ in TestHub(machine: machine) }
        self.plan = plan
        for (number, hub) in hubs.enumerated() {
            hub.fault = { [unowned self] call in answer(call, number) }
        }
    }

    /// Lambda has a record for the home hub; the standby hub's waits in its queue.
    func deliver(_ record: String, to hub: Int = 0, late: Int64 = 0) {
        if hub == 0 {
            jobs.append((hubs[0].second + late, 0, .record(record, attempts: 0)))
        } else {
            jobs.append((hubs[1].second + 60, 1, .queued(record, receives: 1)))
        }
    }

    /// Lets everything happen until nothing is left to do, at most for half an hour.
    func run() throws {
        let start = hubs[0].second
        var minute = start + 60
        while hubs[0].second < start + 1_800 {
            let next = jobs.map(\.second).min()
            if next == nil, !hubs.contains(where: \.hasWork) { return }
            if let next, next < minute {
                wait(until: next)
                try runNext()
            } else {
                wait(until: minute)
                for hub in hubs.indices { try run(.sweep, in: hub) }
                minute += 60
            }
        }
    }

    private func wait(until second: Int64) {
        let left = second - hubs[0].second
        if left > 0 { machine.advance(by: .seconds(left)) }
    }

    private func runNext() throws {
        guard let next = jobs.indices.min(by: { jobs[$0].second < jobs[$1].second }) else { return }
        let job = jobs.remove(at: next)
        try run(job.job, in: job.hub)
    }

    private func run(_ job: Job, in hub: Int) throws {
        let (wasDying, wasDead) = (isDying, deadHost)
        defer { (isDying, deadHost) = (wasDying, wasDead) }
        (isDying, deadHost) = (false, nil)
        let publisher = try hubs[hub].publisher(home: hub == 1 ? hubs[0] : nil)
        let answer: String? =
            switch job {
            case .sweep: try? publisher.handle(#"{"sweep":true}"#)
            case .record(let record, _): try? publisher.handle(record)
            case .queued(let body, let receives):
                try? publisher.handle(queued(body, receives: receives))
            }
        let isDone = !isDying && answer != nil && answer?.contains("m-1") != true
        if isDone { return }
        let now = hubs[hub].second
        switch job {
        case .sweep: break
        case .record(let record, 2): failed.append(record)
        case .record(let record, let attempts):
            jobs.append(
                (now + Int64(60 * (attempts + 1)), hub, .record(record, attempts: attempts + 1)))
        case .queued(let body, 5): failed.append(body)
        case .queued(let body, let receives):
            jobs.append((now + 60, hub, .queued(body, receives: receives + 1)))
        }
    }

    private func answer(_ call: FakeAWS.Call, _ hub: Int) -> Response? {
        calls += 1
        let none = Response.refused("ServiceUnavailable", status: 503)
        if isDying || deadHost == call.host { return none }
        switch plan[calls] {
        case .another:
            if let next = jobs.map(\.second).min(), next <= hubs[hub].second { try? runNext() }
        case .noAnswer: return none
        case .crash: isDying = true
        case .dead: deadHost = call.host
        case .lostAnswer:
            _ = effect(of: call, hub)
            return none
        case nil: break
        }
        return isDying || deadHost != nil ? none : effect(of: call, hub)
    }

    private func effect(of call: FakeAWS.Call, _ hub: Int) -> Response {
        if call.host.hasPrefix("dynamodb") { return hubs[hub].table.answer(call.action, call.body) }
        if call.action == "Publish" {
            taken.append(TestHub.text(of: call))
            return .published
        }
        let message = JSON(Array(call.body.utf8))
        let delay = Int64(message?["DelaySeconds"]?.int ?? 60)
        jobs.append(
            (
                hubs[hub].second + delay, hub,
                .queued(message?["MessageBody"]?.string ?? "", receives: 1)
            ))
        return .item(#"{"MessageId":"m-1"}"#)
    }
}

extension TestHub {
    /// Whether its sweeper has to look after something.
    fileprivate var hasWork: Bool { table.items.values.contains { $0["lane"] != nil } }
}
