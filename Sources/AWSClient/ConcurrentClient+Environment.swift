public import HTTP
public import System

extension AWS.ConcurrentClient {
    /// A client for a Lambda function: endpoints from the environment, over HTTP.
    ///
    /// - Parameters:
    ///   - world: clocks, waiting, and variables, e.g. `AWS_ENDPOINT_URL`, `AWS_CA_BUNDLE`.
    ///   - limit: most calls that are on their way at a time.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` if the HTTP client cannot be
    ///   started.
    public convenience init(world: World, limit: Int = 256) throws(AWS.Failure) {
        self.init(
            endpoints: AWS.Endpoints(environment: world.environment), world: world,
            transport: try Self.transport(world, limit: limit))
    }

    /// A client for a person at a terminal, and the person: endpoints and credentials from the
    /// environment and from the files of AWS's tools, over HTTP.
    ///
    /// - Parameters:
    ///   - profile: a profile by name; it takes precedence over keys in the environment.
    ///   - region: a Region by name.
    ///   - world: clocks, waiting, and variables, e.g. `AWS_PROFILE`, `AWS_REGION`, `HOME`.
    ///   - limit: most calls that are on their way at a time.
    ///   - retry: how often a call is tried, and how long one attempt may take.
    /// - Returns: a client and the caller. Missing settings show with the first call.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` if an HTTP client cannot be
    ///   started.
    public static func forProfile(
        _ profile: String? = nil, region: String? = nil, in world: World = .real,
        limit: Int = 256, retry: RetryPolicy = .aws
    ) throws(AWS.Failure) -> (client: AWS.ConcurrentClient, caller: AWS.Caller) {
        let surroundings = try AWS.CredentialSurroundings.forProfile(
            profile, region: region, in: world)
        let name = profile ?? world.environment["AWS_PROFILE"] ?? "default"
        let bundle = surroundings.files.profile(name)?.settings.value("ca_bundle")
        let client = AWS.ConcurrentClient(
            endpoints: surroundings.endpoints, retry: retry, world: world,
            transport: try transport(world, caBundle: bundle, limit: limit))
        let source = AWS.CredentialSource.chain(profile: profile, surroundings)
        return (client, AWS.Caller(name: name, source: source))
    }

    /// Real HTTP.
    private static func transport(
        _ world: World, caBundle: String? = nil, limit: Int
    ) throws(AWS.Failure) -> AWS.ConcurrentTransport {
        let http: HTTP.ConcurrentClient
        do throws(EasyHandle.Failure) {
            http = try HTTP.ConcurrentClient(
                world: world, caBundle: caBundle, limit: limit)
        } catch {
            throw .configuration(setting: "libcurl", problem: "cannot be started: \(error)")
        }
        return { request, time, deadline throws(TransferError) in
            try await http.send(request, within: time, before: deadline)
        }
    }
}

extension AWS.Caller {
    /// The function's own credentials, from its environment or from the agent that it names.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` if the HTTP client cannot be started.
    public convenience init(world: World) throws(AWS.Failure) {
        self.init(
            name: world.environment["AWS_ACCESS_KEY_ID"] ?? "function",
            source: .function(world, try AWS.Client.transport(world)))
    }
}
