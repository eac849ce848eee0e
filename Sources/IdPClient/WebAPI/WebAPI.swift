// IdPClient: calls of Okta and Microsoft Graph as values, access tokens, SAML metadata.

public import HTTP
import System
import Text
public import Time

/// JSON over HTTPS with access tokens: what the APIs of identity providers have in common.
///
/// A call is a pure value (``WebAPI/Call``, ``WebAPI/List``), and every one is a `GET`: nothing in
/// here can change anything at an identity provider. What differs between them is a
/// ``WebAPI/Dialect``. Transport, clock and signatures come in from outside.
public enum WebAPI {
    /// Sends a request and waits for the answer, for at most this long.
    public typealias Transport =
        @Sendable (Request, Duration) async throws(TransferError) -> Response

    /// What a client takes from the outside, apart from network and signatures.
    public struct World: Sendable {
        /// The time of day.
        public var now: @Sendable () -> Timestamp

        /// Sleeps; returns early where the task was cancelled.
        public var wait: @Sendable (Duration) async -> Void

        /// A number from 0 up to 1.
        public var random: @Sendable () -> Double

        /// An id that was never used before and cannot be guessed.
        public var freshID: @Sendable () -> String

        /// Makes a world, e.g. one in which no time passes.
        public init(
            now: @escaping @Sendable () -> Timestamp,
            wait: @escaping @Sendable (Duration) async -> Void,
            random: @escaping @Sendable () -> Double,
            freshID: @escaping @Sendable () -> String
        ) {
            self.now = now
            self.wait = wait
            self.random = random
            self.freshID = freshID
        }

        /// The real one.
        public static let real = World(
            now: { Timestamp.now() },
            wait: { try? await Task.sleep(for: $0) },
            random: { Double.random(in: 0..<1) },
            freshID: {
                Hexadecimal.encode((0..<16).map { _ in UInt8.random(in: .min ... .max) })
            })
    }
}
