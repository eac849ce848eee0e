public import System

extension AWS.Client {
    /// A client for a person at a terminal: Region, endpoints and credentials from the environment
    /// and from the files of AWS's tools, over HTTP.
    ///
    /// - Parameters:
    ///   - profile: a profile that was asked for by name; it wins over keys in the environment.
    ///   - region: a Region that was asked for by name.
    ///   - world: clocks, waiting, and variables, e.g. `AWS_PROFILE`, `AWS_REGION`, `HOME`.
    /// - Returns: a client. What is missing shows with its first call.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` where the HTTP client cannot be
    ///   started.
    public static func forProfile(
        _ profile: String? = nil, region: String? = nil, in world: World = .real
    ) throws(AWS.Failure) -> AWS.Client {
        let surroundings = try AWS.CredentialSurroundings.forProfile(
            profile, region: region, in: world)
        return AWS.Client(
            region: surroundings.region, endpoints: surroundings.endpoints,
            credentials: .chain(profile: profile, surroundings), world: world,
            transport: surroundings.transport)
    }
}
