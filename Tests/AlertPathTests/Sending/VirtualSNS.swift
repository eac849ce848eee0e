import AWSClient
import FakeAWS
import FakeWorld
import HTTP
import System

@testable import HTTP

/// SNS in virtual time: each topic answers as its list says, the last entry again and again.
final class VirtualSNS: AWS.ParallelTransport {
    /// How a topic answers an attempt.
    enum Answer {
        /// It takes the message after this time.
        case takes(after: Duration)
        /// It takes the message, and the answer is lost at once.
        case takesAndDrops
        /// It refuses with this code.
        case refuses(String, status: Int = 400)
        /// No connection within the limit for it.
        case unreachable
    }

    /// One attempt that arrived.
    struct Attempt: Equatable {
        let topic: String
        let at: Duration
        let isMarked: Bool
        let isAnew: Bool
    }

    private struct Transfer {
        let number: Int
        let end: Duration
        let result: Result<Response, TransferError>
    }

    let machine: FakeWorld
    private(set) var attempts: [Attempt] = []
    private var plans: [String: [Answer]]
    private var running: [Transfer] = []

    /// Answers by the ARN of the topic.
    init(_ plans: [String: [Answer]], machine: FakeWorld = FakeWorld()) {
        self.plans = plans
        self.machine = machine
    }

    func start(
        _ request: Request, number: Int, within time: Duration, connecting: Duration, anew: Bool
    ) {
        let body = String(decoding: request.body, as: UTF8.self)
        let topic = plans.keys.first { "\(body)&".contains("TopicArn=\(escaped($0))&") } ?? ""
        let isMarked = body.contains("may%20be%20a%20repeat")
        attempts.append(
            Attempt(topic: topic, at: machine.elapsed, isMarked: isMarked, isAnew: anew))
        let (latency, result) = outcome(of: next(at: topic), within: time, connecting)
        running.append(Transfer(number: number, end: machine.elapsed + latency, result: result))
    }

    func next(
        within time: Duration
    ) -> (number: Int, result: Result<Response, TransferError>)? {
        let limit = machine.elapsed + time
        guard let first = running.indices.min(by: { running[$0].end < running[$1].end }),
            running[first].end <= limit
        else {
            machine.advance(by: time)
            return nil
        }
        let transfer = running.remove(at: first)
        machine.advance(by: transfer.end - machine.elapsed)
        return (transfer.number, transfer.result)
    }

    private func next(at topic: String) -> Answer {
        guard let plan = plans[topic], let answer = plan.first else { return .unreachable }
        if plan.count > 1 { plans[topic]?.removeFirst() }
        return answer
    }

    private func outcome(
        of answer: Answer, within time: Duration, _ connecting: Duration
    ) -> (Duration, Result<Response, TransferError>) {
        switch answer {
        case .takes(let latency) where latency < time: (latency, .success(.published))
        case .takes: (time, failed(.timeout))
        case .takesAndDrops: (.milliseconds(20), failed(.dropped))
        case .refuses(let code, let status):
            (.milliseconds(20), .success(.refused(code, status: status)))
        case .unreachable: (min(connecting, time), failed(.connect))
        }
    }

    private func failed(
        _ kind: EasyHandle.Failure.Kind
    ) -> Result<Response, TransferError> {
        .failure(
            .failed(
                host: "sns", EasyHandle.Failure(kind: kind, code: 0, description: "\(kind)")))
    }

    private func escaped(_ arn: String) -> String {
        arn.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "%3A")
    }
}
