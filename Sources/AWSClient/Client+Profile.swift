public import System

extension AWS.Client {
    /// A client for a person at a terminal: Region, endpoints and credentials from the environment
    /// and from the files of AWS's tools, over HTTP.
    ///
    /// - Parameters:
    ///   - profile: a profile by name; it takes precedence over keys in the environment.
    ///   - region: a Region by name.
    ///   - world: clocks, waiting, and variables, e.g. `AWS_PROFILE`, `AWS_REGION`, `HOME`.
    /// - Returns: a client. Missing settings show with its first call.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` if the HTTP client cannot be
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

    /// A client for a role that a person at a terminal assumes.
    ///
    /// - Parameters:
    ///   - role: the ARN of the role.
    ///   - sessionName: 2 to 64 of `A-Z a-z 0-9 _ + = , . @ -`.
    ///   - profile: whose credentials assume it, as for ``forProfile(_:region:in:)``.
    ///   - region: a Region by name.
    ///   - world: clocks, waiting, and variables.
    /// - Returns: a client. A role that cannot be assumed shows with its first call.
    /// - Throws: as ``forProfile(_:region:in:)``.
    public static func forRole(
        _ role: String, sessionName: String, profile: String? = nil, region: String? = nil,
        in world: World = .real
    ) throws(AWS.Failure) -> AWS.Client {
        let surroundings = try AWS.CredentialSurroundings.forProfile(
            profile, region: region, in: world)
        let own = surroundings.client(.chain(profile: profile, surroundings))
        return surroundings.client(
            AWS.CredentialSource { deadline throws(AWS.CredentialsFailure) in
                do throws(AWS.Failure) {
                    let assume = STS.assumeRole(roleARN: role, sessionName: sessionName)
                    return try own.send(assume, before: deadline).credentials
                } catch {
                    throw .role(arn: role, error)
                }
            })
    }
}
