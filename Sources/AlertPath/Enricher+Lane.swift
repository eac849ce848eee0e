import AWSClient
import AccessPlan
import Alerts
import Logging
import System

extension Enricher {
    /// Hands a critical alert to the publisher of its lane, past everything that waits for the other one.
    /// - Returns: whether the lane has it. If not, it goes the usual way.
    func handOn(_ message: [UInt8], of alert: Alert, deadline: Deadline) -> Bool {
        guard let lane, alert.due, alert.kind != .canary, alert.severity == .critical else {
            return false
        }
        for _ in 0..<Self.tries {
            // A second is kept for the usual way.
            let left = deadline.remaining(in: lane.client.world) - .seconds(1)
            guard left > .zero else { return false }
            do throws(AWS.Failure) {
                try lane.client.send(
                    Lambda.invokeLater(lane.function, event: message),
                    before: deadline.capped(
                        by: min(left, Self.patience), in: lane.client.world))
                return true
            } catch {
                logger.error("alert not handed on", metadata: ["error": "\(error)"])
            }
        }
        return false
    }

    private static let tries = 2
    private static let patience = Duration.seconds(3)
}
