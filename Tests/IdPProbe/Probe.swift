import AWSClient
import AccessPlan
import Checks
import Collector
import Glibc
import IdPClient
import Snapshots
import System
import Text
import Time

/// One reading of an identity provider.
struct Probe {
    let plan: Plan
    let parameters: [String: String]
    private let world = World.real

    struct Unknown: Error {}

    init(planFile: String, parameters: [String: String]) throws {
        self.parameters = parameters
        guard let file = fopen(planFile, "r") else { throw Unknown() }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
        plan = try Plan(json: bytes)
    }

    func run() async throws -> JSON {
        guard let reader = try reader() else { throw Unknown() }
        var snapshot = Snapshot(takenAt: Int(world.now().secondsSince1970))
        let time = Duration.milliseconds(Int(parameters["deadline"] ?? "") ?? 20_000)
        snapshot.identityProvider = await reader.read(
            plan, since: parameters["since"].flatMap { Int($0) },
            before: world.deadline(after: time))
        snapshot.history.lastRun = .observed(nil)
        return [
            "read": Picture(snapshot.identityProvider).json,
            "findings": .object(
                Dictionary(
                    uniqueKeysWithValues: Self.checks.map {
                        ($0, findings(of: $0, in: snapshot))
                    })),
        ]
    }

    /// The set-up of the functions. With `token=`, Okta without AWS.
    private func reader() throws -> (any IdentityProviderReader)? {
        let transport = try IdentityProviders.transport(in: world)
        if let token = parameters["token"] {
            let origin = world.environment[IdentityProviders.endpointVariable] ?? ""
            let world = world
            return OktaReader(keyState: nil, world: world) { _ throws(WebAPI.Failure) in
                Okta.client(
                    origin: origin, access: Okta.stored(token: Secret(token)), world: world,
                    transport: transport)
            }
        }
        return IdentityProviders.reader(
            of: plan, client: try AWS.ConcurrentClient(world: world),
            own: try AWS.Caller(world: world),
            transport: transport)
    }

    /// The checks that depend only on the identity provider.
    private static let checks = [
        "emergency-groups-have-no-members", "federation-app-is-inactive",
        "federation-app-has-no-direct-users", "only-emergency-groups-reach-the-app",
        "no-rule-fills-an-emergency-group", "no-active-privileged-assignment",
        "groups-and-app-untouched-since-last-run", "nobody-signed-in-through-the-app",
        "app-holds-no-aws-keys", "federation-app-exists", "emergency-groups-are-assigned",
        "group-names-resolve-to-roles", "app-settings-are-sane", "emergency-groups-exist",
        "sign-on-policy-demands-mfa", "responders-are-ready", "checker-credential-is-healthy",
        "idp-log-stream-is-active",
    ]

    /// "drift: …", "note: …" or the reason why it was not checked; empty if it is in sync.
    private func findings(of id: String, in snapshot: Snapshot) -> JSON {
        guard let check = DriftCheck.named(id) else { return .null }
        guard check.applies(plan) else { return .string("does not apply") }
        do throws(Unavailable) {
            return .array(
                try check.evaluate(snapshot, plan).map { finding in
                    switch finding.kind {
                    case .drift: .string("drift: \(finding.fact)")
                    case .note: .string("note: \(finding.fact)")
                    case .notChecked(let reason): .string("\(reason): \(finding.fact)")
                    }
                })
        } catch {
            return .array([.string("\(error.reason): \(error)")])
        }
    }
}
