public import System

extension AWS {
    /// The files that AWS's tools keep profiles in.
    ///
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html>
    public struct ProfileFiles: Sendable {
        /// Where `config` is, or would be.
        public let configPath: String

        private let config: INIFile
        private let credentials: INIFile

        /// Takes the texts of the files; nil for a missing one.
        init(config: String?, credentials: String?, configPath: String = "~/.aws/config") {
            self.configPath = configPath
            self.config = INIFile(config ?? "")
            self.credentials = INIFile(credentials ?? "")
        }

        /// Reads `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, or the usual ones in
        /// `~/.aws`. One that cannot be read counts as empty.
        public init(environment: Environment) {
            let config = Self.path(
                environment["AWS_CONFIG_FILE"] ?? "~/.aws/config", environment)
            let credentials = Self.path(
                environment["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials", environment)
            let text = { (path: String) in
                SmallFile.read(path).map { String(decoding: $0, as: UTF8.self) }
            }
            self.init(
                config: text(config), credentials: text(credentials), configPath: config)
        }

        /// The path with a leading `~` replaced by `HOME`.
        static func path(_ path: String, _ environment: Environment) -> String {
            guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
            return home + path.dropFirst()
        }

        /// A profile, settings of `credentials` before those of `config`.
        ///
        /// - Parameter name: e.g. `default`.
        /// - Returns: nil if neither file has it.
        public func profile(_ name: String) -> Profile? {
            let inConfig =
                config.sections["profile \(name)"]
                ?? (name == "default" ? config.sections["default"] : nil)
            let inCredentials = credentials.sections[name]
            guard inConfig != nil || inCredentials != nil else { return nil }
            let settings = (inConfig ?? [:]).merging(inCredentials ?? [:]) { _, own in own }
            return Profile(
                name: name, settings: settings,
                services: settings.value("services").map(services) ?? [:], file: configPath)
        }

        /// The settings of an `sso-session` section; nil if absent.
        func ssoSession(_ name: String) -> [String: String]? {
            config.sections["sso-session \(name)"]
        }

        private func services(_ name: String) -> [String: [String: String]] {
            var services: [String: [String: String]] = [:]
            for (setting, value) in config.sections["services \(name)"] ?? [:] {
                guard let dot = setting.firstIndex(of: ".") else { continue }
                let own = String(setting[setting.index(after: dot)...])
                services[String(setting[..<dot]), default: [:]][own] = value
            }
            return services
        }
    }
}
