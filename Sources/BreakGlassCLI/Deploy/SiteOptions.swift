import ArgumentParser
import Rollout

/// Whose credentials a run uses: the options of deploy, destroy and preflight.
struct SiteOptions: ParsableArguments {
    @Option(help: "The AWS profile for the emergency access account.")
    var profile: String?

    @Option(help: "A role in the emergency access account to assume: its name or ARN.")
    var role: String?

    @Option(
        help: "The profile for the management account, or a delegated administrator of StackSets.")
    var organizationProfile: String?

    @Option(help: "A role to assume there: its ARN.")
    var organizationRole: String?

    @Option(
        help: "The profile for the management account, where the one above is an administrator.")
    var managementProfile: String?

    @Option(help: "A role to assume there: its name or ARN.")
    var managementRole: String?

    @Option(
        help: "Whom stack sets reach: ids of units, with commas between; the root by default.")
    var organizationalUnits: String?

    @Option(
        parsing: .singleValue, help: "A Region to leave out in every account; again for more.")
    var skip: [String] = []

    /// Who signs in where.
    var signIn: Sites.Options {
        var options = Sites.Options()
        options.emergency = SignIn(.emergency, profile: profile, role: role)
        options.organization = SignIn(
            .organization, profile: organizationProfile, role: organizationRole)
        options.management = SignIn(.management, profile: managementProfile, role: managementRole)
        options.units = (organizationalUnits ?? "").split(separator: ",").map(String.init)
        return options
    }
}
