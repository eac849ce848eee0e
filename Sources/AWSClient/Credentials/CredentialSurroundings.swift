import System

extension AWS {
    /// What sources of credentials read and call.
    struct CredentialSurroundings {
        var files: ProfileFiles
        var region: String
        var endpoints: Endpoints
        var world: World
        var transport: Transport

        var environment: Environment { world.environment }

        /// The surroundings of a person at a terminal, with the given profile or the one that the
        /// environment names.
        static func forProfile(
            _ profile: String?, region: String?, in world: World
        ) throws(Failure) -> CredentialSurroundings {
            let environment = world.environment
            let files = ProfileFiles(environment: environment)
            let chosen = files.profile(profile ?? environment["AWS_PROFILE"] ?? "default")
            let region =
                region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"]
                ?? chosen?.settings.value("region") ?? ""
            return CredentialSurroundings(
                files: files, region: region,
                endpoints: Endpoints(environment: environment, profile: chosen), world: world,
                transport: try Client.transport(
                    world, caBundle: chosen?.settings.value("ca_bundle")))
        }

        /// A client with these credentials; nil for calls that are not signed.
        func client(region: String? = nil, _ credentials: CredentialSource?) -> Client {
            Client(
                region: region ?? self.region, endpoints: endpoints,
                credentials: credentials
                    ?? CredentialSource { _ throws(CredentialsFailure) in throw .none(searched: [])
                    },
                world: world, transport: transport)
        }
    }
}

extension AWS.Profile {
    /// An error that names this profile and its file.
    func failure(_ problem: String, hint: String? = nil) -> AWS.CredentialsFailure {
        .badProfile(name, file: file, problem: problem, hint: hint)
    }

    /// A required setting.
    func require(_ setting: String) throws(AWS.CredentialsFailure) -> String {
        guard let value = settings.value(setting) else { throw failure("lacks \(setting)") }
        return value
    }
}
