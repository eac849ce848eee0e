import AWSClient
import Logging
import State
import System

extension Publisher {
    /// How long a standby waits between looks whether home told an alert, before it tells it itself.
    static let patience: [Duration] = [.seconds(2), .seconds(6), .seconds(12)]

    /// Whether the home Region told this alert already.
    ///
    /// Silence needs proof: when home's table cannot be read, or home is too slow, the answer is no,
    /// and people may hear of it twice.
    func homeHasTold(_ id: String, deadline: Deadline) -> Bool {
        guard let home else { return false }
        for pause in Self.patience.map(Optional.init) + [nil] {
            do throws(AWS.Failure) {
                if try home.hasPublished(id, deadline: deadline) { return true }
            } catch {
                logger.error("home not asked: standby speaks", metadata: ["error": "\(error)"])
                return false
            }
            guard let pause, deadline.remaining(in: world) > pause + .seconds(12) else {
                return false
            }
            world.block(pause)
        }
        return false
    }
}
