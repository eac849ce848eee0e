import AWSClient
import AccessPlan
import IdPClient
import Snapshots
import System
import Time

/// Reads Microsoft Entra ID through Microsoft Graph.
struct EntraReader: IdentityProviderReader {
    private let provider: Plan.IdentityProvider
    private let aws: AWSAccess
    private let key: CheckerKey?
    private let standIn: String?
    private let transport: WebAPI.Transport

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - provider: the plan's.
    ///   - aws: where the key is, or who issues the checker's token without a key.
    ///   - standIn: a stand-in for Microsoft; `nil` for the real one.
    ///   - transport: the network.
    init(
        _ provider: Plan.IdentityProvider, aws: AWSAccess, standIn: String?,
        transport: @escaping WebAPI.Transport
    ) {
        self.provider = provider
        self.aws = aws
        self.standIn = standIn
        self.transport = transport
        // Without a certificate no key signs, even if the plan names one.
        key =
            provider.certificate == nil
            ? nil : provider.signingKey.map { CheckerKey(id: $0, in: aws) }
    }

    func read(
        _ plan: Plan, since: Int?, before deadline: Deadline
    ) async -> Snapshot.IdentityProvider {
        do throws(WebAPI.Failure) {
            guard let tenant = provider.tenant, let client = provider.client else {
                throw .notConfigured(reason: "the plan names no tenant and client")
            }
            let run = EntraRun(
                graph: Graph.client(
                    origin: standIn ?? Graph.origin, access: try access(tenant, client),
                    world: aws.world, transport: transport),
                open: Graph.client(
                    origin: standIn ?? Graph.loginOrigin, access: .anonymous,
                    world: aws.world, transport: transport),
                plan: plan, tenant: tenant, deadline: deadline)
            return await run.read(since: since, now: aws.world.now(), keyState: key?.state)
        } catch {
            return .unavailable(
                plan, Unavailable("the identity provider", error),
                keyState: await key?.state(deadline))
        }
    }

    private func access(
        _ tenant: String, _ client: String
    ) throws(WebAPI.Failure) -> WebAPI.Access {
        let login = standIn ?? Graph.loginOrigin
        if let certificate = provider.certificate {
            guard let key, let thumbprint = Self.bytes(certificate) else {
                throw .notConfigured(
                    reason: "the plan names a certificate and no signingKey, or no fingerprint")
            }
            let sign = key.sign
            return Graph.granted(
                loginOrigin: login, tenant: tenant, clientID: client,
                certificateThumbprint: thumbprint
            ) { message, deadline async throws(WebAPI.Unsigned) in
                try await sign(.pss, message, deadline)
            }
        }
        let aws = aws
        return Graph.granted(loginOrigin: login, tenant: tenant, clientID: client) {
            deadline async throws(WebAPI.Unsigned) in
            let call = STS.getWebIdentityToken(audience: Graph.federationAudience)
            do throws(AWS.Failure) {
                return try await aws.send(call, before: deadline)
            } catch {
                throw WebAPI.Unsigned(error.fact)
            }
        }
    }

    /// 64 hexadecimal digits.
    private static func bytes(_ fingerprint: String) -> [UInt8]? {
        let digits = Array(fingerprint.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            let pair = String(decoding: digits[index..<index + 2], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
