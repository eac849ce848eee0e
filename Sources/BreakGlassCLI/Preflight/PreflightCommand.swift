import ArgumentParser

/// `breakglass preflight`: what deployment asks of AWS before it changes anything.
struct PreflightCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preflight",
        abstract: "Find out before a deployment what stands in its way.",
        discussion: """
            Reads AWS with your own credentials and changes nothing there. Without a subcommand it \
            asks everything: breakglass preflight plan.yaml.
            """,
        subcommands: [All.self, Trail.self, Hubs.self, Regions.self],
        defaultSubcommand: All.self)
}
