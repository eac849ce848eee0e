public import HTTP
public import System

extension AWS.Client {
    /// A client for a Lambda function: Region and credentials from the environment, over HTTP.
    ///
    /// - Parameters:
    ///   - world: clocks, waiting, and the function's variables, e.g. `AWS_REGION`.
    ///   - region: another Region than the function's own.
    ///   - retry: how often a call is tried, and how long one attempt may take.
    ///   - connectTimeout: longest wait for a connection, TLS included.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` if the HTTP client cannot be
    ///   started. Other missing settings show with the first call.
    public convenience init(
        world: World, region: String? = nil, retry: RetryPolicy = .aws,
        connectTimeout: Duration = .seconds(5)
    ) throws(AWS.Failure) {
        let environment = world.environment
        let credentials =
            AWS.CredentialSource.environment(environment)
            ?? AWS.CredentialSource { _ throws(AWS.CredentialsFailure) in
                throw .none(searched: ["the environment"])
            }
        self.init(
            region: region ?? environment["AWS_REGION"] ?? "",
            endpoints: AWS.Endpoints(environment: environment), credentials: credentials,
            retry: retry, world: world,
            transport: try Self.transport(world, connectTimeout: connectTimeout))
    }

    /// A client for the state table, on the path of an alert: a dead connection costs a second.
    /// - Throws: as ``init(world:region:retry:connectTimeout:)``.
    public static func forAlertPath(
        in world: World, region: String? = nil
    ) throws(AWS.Failure) -> AWS.Client {
        try AWS.Client(
            world: world, region: region, retry: .stateTable, connectTimeout: .seconds(1))
    }

    /// Real HTTP.
    static func transport(
        _ world: World, caBundle: String? = nil, connectTimeout: Duration = .seconds(5)
    ) throws(AWS.Failure) -> AWS.Transport {
        let http: HTTP.Client
        do throws(EasyHandle.Failure) {
            http = try HTTP.Client(
                world: world, caBundle: caBundle, connectTimeout: connectTimeout)
        } catch {
            throw .configuration(setting: "libcurl", problem: "cannot be started: \(error)")
        }
        return { request, time throws(TransferError) in try http.send(request, within: time) }
    }
}
