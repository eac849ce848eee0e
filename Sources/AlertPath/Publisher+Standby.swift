import AWSClient
import Logging
import State
import System

extension Publisher {
    /// How long a standby Region waits between reads of the home Region's table, before it publishes
    /// an alert itself.
    static let patience: [Duration] = [.seconds(2), .seconds(6), .seconds(12)]

    /// Whether the home Region has published this alert.
    ///
    /// The answer is yes only on proof. If the home Region's table cannot be read, or the home Region
    /// is too slow, the answer is no, and people may get the alert twice.
    func homeHasPublished(_ id: String, deadline: Deadline) -> Bool {
        guard let home else { return false }
        for pause in Self.patience.map(Optional.init) + [nil] {
            do throws(AWS.Failure) {
                if try home.hasPublished(id, deadline: deadline) { return true }
            } catch {
                logger.error(
                    "home table not read: standby publishes", metadata: ["error": "\(error)"])
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
