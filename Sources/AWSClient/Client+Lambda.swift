public import HTTP
public import System

extension AWS.Client {
    /// A client for a Lambda function: Region and credentials from the environment, over HTTP.
    ///
    /// Where Lambda restores a function from a snapshot, the environment names an agent that gives the
    /// credentials and renews them.
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
        let transport = try Self.transport(world, connectTimeout: connectTimeout)
        self.init(
            region: region ?? environment["AWS_REGION"] ?? "",
            endpoints: AWS.Endpoints(environment: environment),
            credentials: .function(world, transport), retry: retry, world: world,
            transport: transport)
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

extension AWS.CredentialSource {
    /// The credentials of a Lambda function: its environment's, or those of the agent that it names.
    static func function(_ world: World, _ transport: @escaping AWS.Transport) -> Self {
        let surroundings = AWS.CredentialSurroundings(
            files: AWS.ProfileFiles(config: nil, credentials: nil), region: "",
            endpoints: AWS.Endpoints(environment: world.environment), world: world,
            transport: transport)
        return environment(world.environment) ?? container(surroundings)
            ?? AWS.CredentialSource { _ throws(AWS.CredentialsFailure) in
                throw .none(searched: ["the environment"])
            }
    }
}
