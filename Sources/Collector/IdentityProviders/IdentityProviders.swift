public import AWSClient
public import AccessPlan
import HTTP
public import IdPClient
import Snapshots
public import System

/// Finds the reader for a plan's identity provider.
public enum IdentityProviders {
    /// Points the readers at a stand-in, e.g. `http://127.0.0.1:8080`. Only a loopback address is
    /// accepted, so that tokens stay on this machine.
    public static let endpointVariable = "BREAKGLASS_IDENTITY_PROVIDER_URL"

    /// The reader; `nil` where the plan has no identity provider.
    ///
    /// Settings that the plan lacks appear as reasons in the reader's parts.
    ///
    /// - Parameters:
    ///   - plan: names the provider.
    ///   - client: calls AWS. Its environment names a stand-in: ``endpointVariable``.
    ///   - own: who signs with the checker's key, reads its secret, and assumes the audit role.
    ///   - transport: for the identity provider's API.
    /// - Returns: a reader for one run.
    public static func reader(
        of plan: Plan, client: AWS.ConcurrentClient, own: AWS.Caller,
        transport: @escaping WebAPI.Transport
    ) -> (any IdentityProviderReader)? {
        guard let provider = plan.identityProvider else { return nil }
        let home = AWSAccess(client: client, caller: own, region: plan.regions.home)
        let standIn = client.world.environment[endpointVariable].flatMap(loopback)
        switch provider.kind {
        case .okta:
            return OktaReader(provider, aws: home, origin: standIn, transport: transport)
        case .identityCenter:
            let region = provider.region ?? plan.regions.home
            let sessions = AWS.RoleSessions(
                client: client, own: own, region: plan.regions.home,
                sessionName: "break-glass-check"
            ) { plan.roleARN(AlertPathNames.auditRole, in: $0) }
            // The instance is where its application is: in the management account, or in the one
            // that administers it.
            let account = provider.app.flatMap { try? ARN($0) }?.account ?? plan.emergencyAccount
            return IdentityCenterReader(
                aws: AWSAccess(
                    client: client, caller: sessions.caller(in: account), region: region))
        case .entra:
            return EntraReader(provider, aws: home, standIn: standIn, transport: transport)
        case .adfs, .other:
            return UnreadableProvider(
                why: Unavailable(
                    "the identity provider", .notConfigured,
                    detail: "nothing here reads one of kind \(provider.kind.rawValue)"))
        }
    }

    /// Real HTTP, for the identity provider's API.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` where it cannot be started.
    public static func transport(
        in world: World
    ) throws(AWS.Failure) -> WebAPI.Transport {
        do throws(EasyHandle.Failure) {
            let http = try HTTP.ConcurrentClient(world: world, limit: 16)
            return { request, time async throws(TransferError) in
                try await http.send(request, within: time)
            }
        } catch {
            throw .configuration(setting: "libcurl", problem: "cannot be started: \(error)")
        }
    }

    /// Each part of a provider that cannot be read has the reason.
    private struct UnreadableProvider: IdentityProviderReader {
        let why: Unavailable

        func read(
            _ plan: Plan, since: Int?, before deadline: Deadline
        ) async -> Snapshot.IdentityProvider { .unavailable(plan, why) }
    }

    private static func loopback(_ url: String) -> String? {
        guard let address = Address(url), ["127.0.0.1", "::1", "localhost"].contains(address.host)
        else { return nil }
        return "\(address.scheme)://\(address.authority)"
    }
}
