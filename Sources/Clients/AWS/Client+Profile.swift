public import HTTP

extension AWS.Client {
    /// A client for a person at a terminal: Region, endpoints and credentials from the environment
    /// and from the files of AWS's tools, over HTTP.
    ///
    /// - Parameters:
    ///   - profile: a profile that was asked for by name; it wins over keys in the environment.
    ///   - region: a Region that was asked for by name.
    ///   - environment: e.g. `AWS_PROFILE`, `AWS_REGION`, `HOME`.
    /// - Returns: a client. What is missing shows with its first call.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` where the HTTP client cannot be
    ///   started.
    public static func forProfile(
        _ profile: String? = nil, region: String? = nil, environment: Environment = .process
    ) throws(AWS.Failure) -> AWS.Client {
        let files = AWS.ProfileFiles(environment: environment)
        let name = profile ?? environment["AWS_PROFILE"] ?? "default"
        let chosen = files.profile(name)
        let transport = try AWS.Client.transport(
            environment, caBundle: chosen?.settings.value("ca_bundle"))
        let endpoints = AWS.Endpoints(environment: environment, profile: chosen)
        let region =
            region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"]
            ?? chosen?.settings.value("region") ?? ""
        let surroundings = AWS.CredentialSurroundings(
            environment: environment, files: files, region: region, endpoints: endpoints,
            world: .real, transport: transport)
        return AWS.Client(
            region: region, endpoints: endpoints,
            credentials: .chain(profile: profile, surroundings), transport: transport)
    }
}
