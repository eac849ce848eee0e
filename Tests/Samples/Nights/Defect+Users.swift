import AccessPlan
import Reports
import Snapshots

extension Defect {
    package static let users: [Defect] = [
        // break-glass-users-can-sign-in
        .drift("break-glass-users-can-sign-in", "a user was deleted") {
            $0.emergencyAccount.users["BreakglassUser1"] = .missing
        },
        .user("break-glass-users-can-sign-in", "a user has no password") {
            $0.loginProfile = .missing
        },
        .user("break-glass-users-can-sign-in", "a user moved to another path") {
            $0.arn = "arn:aws:iam::123456789012:user/elsewhere/BreakglassUser1"
        },
        Defect(
            name: "the plan names one user", check: "break-glass-users-can-sign-in",
            consequences: ["break-glass-roles-trust-only-the-users-with-mfa"]
        ) { _, plan in plan.breakGlassUsers.removeLast() },
        .unread(
            "break-glass-users-can-sign-in", "a user cannot be read",
            consequences: [
                "break-glass-password-unused", "break-glass-users-have-mfa",
                "break-glass-users-have-no-keys", "break-glass-passwords-are-fresh",
                "break-glass-users-carry-the-planned-policies",
            ]
        ) { $0.emergencyAccount.users["BreakglassUser1"] = .denied },

        // break-glass-users-have-mfa
        .user("break-glass-users-have-mfa", "a user has one device") {
            $0.mfaDevices.items.removeLast()
        },
        .user("break-glass-users-have-mfa", "no device shows digits") {
            $0.mfaDevices.items[0].serialNumber = "arn:aws:iam::123456789012:u2f/user/x/other"
        },
        .user("break-glass-users-have-mfa", "a user has no device") { $0.mfaDevices.items = [] },
        .user("break-glass-users-have-mfa", "the devices cannot be read", .notChecked) {
            $0.mfaDevices = .denied
        },

        // break-glass-users-have-no-keys
        .user("break-glass-users-have-no-keys", "a user has an access key") {
            $0.credentials.items = [.init(kind: .accessKey, id: "AKIAEXAMPLE", status: "Inactive")]
        },
        .user("break-glass-users-have-no-keys", "a user has an SSH key") {
            $0.credentials.items = [.init(kind: .sshKey, id: "APKAEXAMPLE", status: "Active")]
        },
        .user("break-glass-users-have-no-keys", "the keys cannot be read", .notChecked) {
            $0.credentials = .denied
        },

        // break-glass-passwords-are-fresh
        .user("break-glass-passwords-are-fresh", "a password is old") {
            $0.passwordLastChanged = .observed(Snapshot.night - 100 * Snapshot.day)
        },
        .drift("break-glass-passwords-are-fresh", "the account's policy lets passwords expire") {
            $0.emergencyAccount.passwordPolicy = .observed(.init(maxAgeDays: 30, hardExpiry: true))
        },
        .user("break-glass-passwords-are-fresh", "there is no credential report", .notChecked) {
            $0.passwordLastChanged = .denied
        },
        .unread("break-glass-passwords-are-fresh", "the account's policy cannot be read") {
            $0.emergencyAccount.passwordPolicy = .denied
        },

        // break-glass-users-carry-the-planned-policies
        .user("break-glass-users-carry-the-planned-policies", "a user is in a group") {
            $0.groups.items = ["Administrators"]
        },
        .user("break-glass-users-carry-the-planned-policies", "the boundary is gone") {
            $0.boundary = nil
        },
        .user("break-glass-users-carry-the-planned-policies", "the boundary allows nothing") {
            $0.boundary?.text = .observed(HealthyPolicies.hops(to: ["arn:aws:iam::1:role/x"]))
        },
        .user("break-glass-users-carry-the-planned-policies", "a policy of AWS is attached") {
            $0.permissions.attached.items = [.init(arn: "arn:aws:iam::aws:policy/ReadOnlyAccess")]
        },
        .rights("MFA is not demanded") { $0.replacing("MultiFactorAuthPresent", with: "X") },
        .rights("a role may not be taken") {
            $0.replacing(#","arn:aws:iam::222233334444:role/BreakGlassRole""#, with: "")
        },
        .rights("another role may be taken") {
            $0.replacing("222233334444:role/BreakGlassRole", with: "222233334444:role/Admin")
        },
        .rights("keys may be made") {
            $0.replacing(#""iam:ChangePassword","#, with: #""iam:CreateAccessKey","#)
        },
        .rights("another's password may be changed") {
            $0.replacing("user/${aws:username}", with: "user/*")
        },
        .user(
            "break-glass-users-carry-the-planned-policies", "the policies cannot be read",
            .notChecked
        ) { $0.permissions.inline = .denied },

        // root-is-safe
        .drift("root-is-safe", "root has no MFA") {
            $0.emergencyAccount.root.edit { $0.hasMFA = false }
        },
        .drift("root-is-safe", "root has keys", severity: .critical) {
            $0.emergencyAccount.root.edit { $0.hasAccessKeys = true }
        },
        .drift("root-is-safe", "root has certificates") {
            $0.emergencyAccount.root.edit { $0.hasSigningCertificates = true }
        },
        .unread("root-is-safe", "nobody knows whether root is managed centrally") {
            $0.emergencyAccount.root.edit {
                $0.hasMFA = false
                $0.hasPassword = false
            }
            $0.organization.managesRootCentrally = .denied
        },
    ]

    private static func user(
        _ check: String, _ name: String, _ status: Outcome.Status = .drifted,
        _ change: @escaping @Sendable (inout Snapshot.User) -> Void
    ) -> Defect {
        Defect(name: name, check: check, status: status) { snapshot, _ in
            snapshot.emergencyAccount.users["BreakglassUser1"]?.edit(change)
        }
    }

    /// A change of a user's permissions.
    private static func rights(
        _ name: String, _ change: @escaping @Sendable (String) -> String
    ) -> Defect {
        .user("break-glass-users-carry-the-planned-policies", name) {
            let changed = change($0.permissions.inline.items[0].text)
            precondition(changed != $0.permissions.inline.items[0].text)
            $0.permissions.inline.items[0].text = changed
        }
    }
}
