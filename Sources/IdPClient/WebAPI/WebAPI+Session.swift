import HTTP
import HTTPTypes
import System
import Text

extension WebAPI {
    /// One request with its authentication, through all its attempts.
    actor Session {
        private let url: String
        private let accept: String
        private let access: Access
        private let tokens: TokenHolder?
        private var token: AccessToken?
        private var wasRenewed = false

        init(url: String, accept: String, access: Access, tokens: TokenHolder?) {
            self.url = url
            self.accept = accept
            self.access = access
            self.tokens = tokens
        }

        /// The request for the next attempt.
        func request(_ deadline: Deadline) async throws(Failure) -> Request {
            var request = Request(url: url)
            request.headers[.userAgent] = "break-glass"
            request.headers[.accept] = accept
            if case .stored(let scheme, let secret) = access {
                request.headers[.authorization] = "\(scheme) \(secret.text)"
            } else if let tokens {
                let token = try await tokens.token(before: deadline)
                self.token = token
                request = try await tokens.authorized(request, with: token)
            }
            return request
        }

        /// Takes the nonce of an answer, and drops, once, a token that was rejected.
        /// - Returns: whether another attempt, made at once, goes better for it.
        func learn(from response: Response) async -> Bool {
            guard let tokens else { return false }
            if await tokens.takesNonce(response, from: url) { return true }
            guard response.status == 401, !wasRenewed, let token else { return false }
            wasRenewed = true
            await tokens.drop(token)
            return true
        }
    }
}
