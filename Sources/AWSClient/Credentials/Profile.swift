extension AWS {
    /// One profile of `~/.aws/config` and `~/.aws/credentials`, both files merged.
    public struct Profile: Sendable, Hashable {
        /// Its name, `default` if none was chosen.
        public var name: String

        /// Its settings by name, e.g. `region`, `role_arn`.
        public var settings: [String: String]

        /// The settings of its `services` section, by service and name.
        public var services: [String: [String: String]]

        /// The file it is in, for messages.
        public var file: String

        /// Makes a profile.
        public init(
            name: String, settings: [String: String] = [:],
            services: [String: [String: String]] = [:], file: String = "~/.aws/config"
        ) {
            self.name = name
            self.settings = settings
            self.services = services
            self.file = file
        }
    }
}
