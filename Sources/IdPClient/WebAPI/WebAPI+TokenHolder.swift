import Crypto
import HTTP
import HTTPTypes
import System
import Text

extension WebAPI {
    /// Requests access tokens, keeps the current one, and proves possession of those that are
    /// bound.
    actor TokenHolder {
        private let grant: Grant
        private let sender: Sender
        private let code: @Sendable (JSON) -> String?
        private let key: EphemeralKey?
        private var current: AccessToken?
        // Another request would be rejected, too, a thousand times in a large organization.
        private var refusal: Failure?
        private var pending: Task<Result<AccessToken, Failure>, Never>?
        private var nonces: [String: String] = [:]

        /// Holds no token yet; `code` reads the API's error code.
        init(_ grant: Grant, _ sender: Sender, code: @escaping @Sendable (JSON) -> String?) {
            self.grant = grant
            self.sender = sender
            self.code = code
            key = grant.bindsTokens ? EphemeralKey() : nil
        }

        /// The current token, or a new one. Tasks that ask while one is requested wait for it.
        func token(before deadline: Deadline) async throws(Failure) -> AccessToken {
            if let refusal { throw refusal }
            if let current, current.expires > sender.world.now() { return current }
            let task =
                pending
                ?? Task {
                    do throws(Failure) {
                        return .success(try await self.fetch(before: deadline))
                    } catch {
                        return .failure(error)
                    }
                }
            pending = task
            let result = await task.value
            pending = nil
            if case .failure(let failure) = result { refusal = failure }
            current = try? result.get()
            return try result.get()
        }

        /// Drops a token that was rejected.
        func drop(_ token: AccessToken) {
            if current == token { current = nil }
        }

        /// The request with token and proof.
        func authorized(
            _ request: Request, with token: AccessToken
        ) throws(Failure) -> Request {
            var request = request
            let scheme = token.isBound ? "DPoP" : "Bearer"
            request.headers[.authorization] = "\(scheme) \(token.secret.text)"
            if token.isBound { try prove(&request, token.secret) }
            return request
        }

        /// Records the nonce of an answer.
        /// - Returns: whether the answer asks to repeat the request with it.
        func takesNonce(_ response: Response, from url: String) -> Bool {
            guard let nonce = response.headers[.dpopNonce], nonce.utf8.count <= 4096,
                let server = Address(url)?.authority
            else { return false }
            let isNew = nonces[server] != nonce
            nonces[server] = nonce
            let reason =
                response.status == 400
                ? JSON(response.body)?["error"]?.string
                : response.headers[.wwwAuthenticate].flatMap {
                    $0.contains("use_dpop_nonce") ? "use_dpop_nonce" : nil
                }
            return isNew && reason == "use_dpop_nonce"
        }

        private func prove(_ request: inout Request, _ token: Secret?) throws(Failure) {
            guard let key else { return }
            let proof = DPoPProof(
                method: request.method.rawValue, url: request.url,
                nonce: Address(request.url).flatMap { nonces[$0.authority] }, accessToken: token)
            let signed = proof.signed(
                by: key, now: sender.world.now(), id: sender.world.freshID)
            guard let signed else { throw .unsigned(reason: "the proof of possession failed") }
            request.headers[.dpop] = signed.text
        }

        private func fetch(before deadline: Deadline) async throws(Failure) -> AccessToken {
            let grant = grant
            let response = try await sender.send(
                bucket: grant.url, before: deadline,
                request: { () async throws(Failure) in try await self.tokenRequest(deadline) },
                learn: { await self.takesNonce($0, from: grant.url) })
            guard response.status == 200 else {
                let body = JSON(response.body)
                throw .noToken(
                    status: response.status,
                    code: WebAPI.word(
                        body?["error"]?.string ?? body.flatMap(code),
                        body?["error_codes"]?.array?.first?.int))
            }
            do throws(Unreadable) {
                let token = try AccessToken(response, now: sender.world.now())
                guard !token.isBound || key != nil else {
                    throw Unreadable(
                        "of the token endpoint binds a token to a key that was not sent")
                }
                return token
            } catch {
                throw .unreadable(reason: error.reason)
            }
        }

        private func tokenRequest(_ deadline: Deadline) async throws(Failure) -> Request {
            let world = sender.world
            let assertion = try await grant.assertion(world.now(), world.freshID, deadline)
            var request = Request(method: .post, url: grant.url)
            request.headers[.userAgent] = "break-glass"
            request.headers[.accept] = "application/json"
            request.headers[.contentType] = "application/x-www-form-urlencoded"
            let fields =
                [
                    (name: "grant_type", value: "client_credentials"),
                    (
                        name: "client_assertion_type",
                        value: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                    ),
                    (name: "client_assertion", value: assertion.text),
                ] + grant.fields
            request.body = Array(PercentEncoding.form(fields).utf8)
            try prove(&request, nil)
            return request
        }
    }
}

extension HTTPField.Name {
    static let dpop = HTTPField.Name("DPoP") ?? .authorization
    static let dpopNonce = HTTPField.Name("DPoP-Nonce") ?? .authorization
}
