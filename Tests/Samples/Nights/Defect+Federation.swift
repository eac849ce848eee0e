import AccessPlan
import Reports
import Snapshots

extension Defect {
    package static let federation: [Defect] = [
        // saml-provider-exists
        .drift("saml-provider-exists", "the provider was deleted") {
            $0.emergencyAccount.samlProvider = .missing
        },
        .drift("saml-provider-exists", "the answer is about another provider") {
            $0.emergencyAccount.samlProvider.edit {
                $0.arn = "arn:aws:iam::123456789012:saml-provider/Other"
            }
        },
        .unread(
            "saml-provider-exists", "the provider cannot be read",
            consequences: [
                "saml-certificate-is-not-expiring", "idp-certificate-is-in-the-provider",
            ]
        ) { $0.emergencyAccount.samlProvider = .denied },

        // saml-certificate-is-not-expiring
        .certificate("expires in 80 days", .medium) { $0.notAfter = night + 80 * day },
        .certificate("expires in 50 days", .high) { $0.notAfter = night + 50 * day },
        .certificate("expires in 20 days", .critical) { $0.notAfter = night + 20 * day },
        .certificate("expired yesterday", .critical) { $0.notAfter = night - day },
        .certificate("is not valid yet", .critical) { $0.notBefore = night + day },
        .drift("saml-certificate-is-not-expiring", "the metadata expires", severity: .high) {
            $0.emergencyAccount.samlProvider.edit {
                $0.metadata.edit { $0.validUntil = night + 45 * day }
            }
        },
        .drift("saml-certificate-is-not-expiring", "the provider expires", severity: .critical) {
            $0.emergencyAccount.samlProvider.edit { $0.validUntil = night + 5 * day }
        },
        .unread(
            "saml-certificate-is-not-expiring", "the certificate is malformed",
            consequences: ["idp-certificate-is-in-the-provider"]
        ) {
            $0.emergencyAccount.samlProvider.edit {
                $0.metadata.edit {
                    $0.certificates = [.unavailable(Unavailable("certificate 1", .malformed))]
                }
            }
        },

        // idp-certificate-is-in-the-provider
        .drift("idp-certificate-is-in-the-provider", "the certificate was rotated") {
            $0.identityProvider.metadata.edit {
                $0.certificates[0].edit { $0.fingerprint = "feedfeedfeedfeed" }
            }
        },
        .drift("idp-certificate-is-in-the-provider", "the entity id is another") {
            $0.identityProvider.metadata.edit { $0.entityID = "http://www.okta.com/exk2" }
        },
        .unread("idp-certificate-is-in-the-provider", "the metadata cannot be read") {
            $0.identityProvider.metadata = .denied
        },

        // federation-app-exists
        .drift("federation-app-exists", "the app was deleted") {
            $0.identityProvider.app = .missing
        },
        .drift("federation-app-exists", "the app says that it was deleted") {
            $0.identityProvider.app.edit { $0.state = .deleted }
        },
        .drift("federation-app-exists", "the app is of another kind") {
            $0.identityProvider.app.edit { $0.kind = "bookmark" }
        },
        .drift("federation-app-exists", "the app signs on otherwise") {
            $0.identityProvider.app.edit { $0.protocolName = "BOOKMARK" }
        },
        .drift("federation-app-exists", "the id leads to another app") {
            $0.identityProvider.app.edit { $0.id = "0oaOther" }
        },
        .unread(
            "federation-app-exists", "the app cannot be read",
            consequences: [
                "federation-app-is-inactive", "federation-app-has-no-direct-users",
                "app-holds-no-aws-keys", "source-identity-passes-the-chain",
                "session-durations-fit", "group-names-resolve-to-roles", "app-settings-are-sane",
                "groups-and-app-untouched-since-last-run",
            ]
        ) { $0.identityProvider.app = .denied },

        // emergency-groups-exist
        .drift("emergency-groups-exist", "a group was renamed") {
            $0.identityProvider.groups["00gRole1Ops"]?.edit { $0.name = "nobody" }
        },
        .drift("emergency-groups-exist", "a group was deleted") {
            $0.identityProvider.groups["00gRole1Ops"] = .missing
        },
        .drift("emergency-groups-exist", "a group was made anew, with its name") {
            $0.identityProvider.groups["00gRole1Ops"] = .missing
            $0.identityProvider.appGroups.items.removeAll { $0 == "00gRole1Ops" }
            let name = $0.identityProvider.groupNames.items.first { $0.id == "00gRole1Ops" }?.name
            $0.identityProvider.groupNames.items.removeAll { $0.id == "00gRole1Ops" }
            $0.identityProvider.groupNames.items.append(.init(id: "00gNew", name: name ?? ""))
        },
        .drift("emergency-groups-exist", "the id leads to another group") {
            $0.identityProvider.groups["00gRole1Ops"]?.edit { $0.id = "00gOther" }
        },
        .drift("emergency-groups-exist", "the provider fills the group itself") {
            $0.identityProvider.groups["00gRole1Ops"]?.edit { $0.master = .builtIn }
        },
        .unread(
            "emergency-groups-exist", "a group cannot be read",
            consequences: [
                "emergency-groups-have-no-members", "groups-and-app-untouched-since-last-run",
            ]
        ) { $0.identityProvider.groups["00gRole1Ops"] = .denied },

        // emergency-groups-are-assigned
        .drift("emergency-groups-are-assigned", "a group is not assigned") {
            $0.identityProvider.appGroups.items.removeAll { $0 == "00gRole1Ops" }
        },
        .unread(
            "emergency-groups-are-assigned", "a page of the assignments is missing",
            consequences: ["only-emergency-groups-reach-the-app"]
        ) { $0.identityProvider.appGroups = $0.identityProvider.appGroups.torn },

        // group-names-resolve-to-roles
        .settings("group-names-resolve-to-roles", "the filter expects four parts") {
            $0.groupFilter = ##"^aws\#\S+\#(?{{role}}[\w\-]+)\#(?{{accountid}}\d+)$"##
        },
        .settings("group-names-resolve-to-roles", "the pattern names another provider") {
            $0.roleValuePattern = $0.roleValuePattern.replacing("/Okta", with: "/OKTA")
        },
        .settings("group-names-resolve-to-roles", "the pattern is empty") {
            $0.roleValuePattern = ""
        },
        .settings("group-names-resolve-to-roles", "the filter is not understood", .notChecked) {
            $0.groupFilter = "(a|b)+"
        },

        // app-settings-are-sane
        .settings("app-settings-are-sane", "groups are not mapped") { $0.usesGroupMapping = false },
        .settings("app-settings-are-sane", "all roles are joined") { $0.joinsAllRoles = true },
        .settings("app-settings-are-sane", "groups come from elsewhere") {
            $0.appFilter = "active_directory"
        },
        .settings("app-settings-are-sane", "the environment is another partition's") {
            $0.environmentType = "aws.govcloud"
        },
        .settings("app-settings-are-sane", "the assertion goes elsewhere") {
            $0.overrideACS = "https://ap-south-1.signin.aws.amazon.com/saml"
        },
        .settings("app-settings-are-sane", "another provider is named") {
            $0.providerARN = "arn:aws:iam::123456789012:saml-provider/Other"
        },

        // sign-on-policy-demands-mfa
        .policy("a rule lets people in without MFA") { $0[0].demandsMFA = false },
        .policy("a rule keeps everybody out first") { $0.swapAt(0, 1) },
        .policy("no rule lets anybody in") { $0.removeFirst() },
        .policy("the rule that lets people in rests") { $0[0].isActive = false },
        .unread("sign-on-policy-demands-mfa", "the policy cannot be read") {
            $0.identityProvider.signOnPolicy = .denied
        },

        // responders-are-ready
        .drift("responders-are-ready", "somebody left") {
            $0.identityProvider.responders["jane@example.com"] = .missing
        },
        .drift("responders-are-ready", "somebody is locked out") {
            $0.identityProvider.responders["jane@example.com"]?.edit { $0.status = "LOCKED_OUT" }
        },
        .drift("responders-are-ready", "somebody has no second factor") {
            $0.identityProvider.responders["jane@example.com"]?.edit { $0.factors.items = [] }
        },
        .unread("responders-are-ready", "the factors cannot be read") {
            $0.identityProvider.responders["jane@example.com"]?.edit { $0.factors = .denied }
        },

        // checker-credential-is-healthy
        .drift("checker-credential-is-healthy", "the key is about to be deleted") {
            $0.identityProvider.credential.edit { $0.keyState = .observed("PendingDeletion") }
        },
        .drift("checker-credential-is-healthy", "the key is gone, and with it the token") {
            $0.identityProvider.credential.edit {
                $0.keyState = .missing
                $0.scopes = []
            }
        },
        .drift("checker-credential-is-healthy", "a scope that writes was granted") {
            $0.identityProvider.credential.edit { $0.scopes.append("okta.groups.manage") }
        },
        .drift("checker-credential-is-healthy", "a scope is missing") {
            $0.identityProvider.credential.edit { $0.scopes.removeFirst() }
        },
        .drift(
            "checker-credential-is-healthy", "a permission that writes was granted",
            plan: CheckPlan.entra
        ) {
            $0.identityProvider.credential.edit { $0.scopes.append("Group.ReadWrite.All") }
        },
        .unread("checker-credential-is-healthy", "no token can be had") {
            $0.identityProvider.credential = .denied
        },
        .unread(
            "checker-credential-is-healthy", "the token does not say what it is good for",
            plan: CheckPlan.entra
        ) {
            $0.identityProvider.credential.edit { $0.scopes = [] }
        },
    ]

    private static let night = Snapshot.night
    private static let day = Snapshot.day

    private static func certificate(
        _ name: String, _ severity: Severity,
        _ change: @escaping @Sendable (inout Snapshot.Certificate) -> Void
    ) -> Defect {
        .drift("saml-certificate-is-not-expiring", "the certificate \(name)", severity: severity) {
            $0.emergencyAccount.samlProvider.edit {
                $0.metadata.edit { $0.certificates[0].edit(change) }
            }
        }
    }

    private static func settings(
        _ check: String, _ name: String, _ status: Outcome.Status = .drifted,
        _ change: @escaping @Sendable (inout Snapshot.FederationSettings) -> Void
    ) -> Defect {
        Defect(name: name, check: check, status: status) { snapshot, _ in
            snapshot.identityProvider.app.edit { $0.federation.edit(change) }
        }
    }

    private static func policy(
        _ name: String, _ change: @escaping @Sendable (inout [Snapshot.SignOnRule]) -> Void
    ) -> Defect {
        .drift("sign-on-policy-demands-mfa", name) {
            $0.identityProvider.signOnPolicy.edit { change(&$0.rules.items) }
        }
    }
}
