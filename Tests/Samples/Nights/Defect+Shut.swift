import AccessPlan
import Snapshots

extension Defect {
    package static let shut: [Defect] = [
        // emergency-groups-have-no-members
        .drift("emergency-groups-have-no-members", "somebody is in a group") {
            $0.identityProvider.groups["00gRole1Ops"]?.edit {
                $0.members.items.append(.init(id: "00uMallory", login: "mallory@example.com"))
            }
        },
        .drift("emergency-groups-have-no-members", "somebody is on the page that was read") {
            $0.identityProvider.groups["00gRole1Ops"]?.edit {
                $0.members.items.append(.init(id: "00uMallory", login: "mallory@example.com"))
                $0.members = $0.members.torn
            }
        },
        .unread("emergency-groups-have-no-members", "a page of members is missing") {
            $0.identityProvider.groups["00gRole1Ops"]?.edit { $0.members = $0.members.torn }
        },
        .unread("emergency-groups-have-no-members", "the control group reads as empty") {
            $0.identityProvider.controlGroup.edit { $0.members.items = [] }
        },
        .unread("emergency-groups-have-no-members", "the plan names no control group") {
            $0.identityProvider.controlGroup = .unavailable(
                Unavailable("the control group", .notConfigured))
        },
        .unread("emergency-groups-have-no-members", "a directory decides who is a member") {
            $0.identityProvider.groups["00gRole2RO"]?.edit { $0.master = .directory("example.com") }
        },

        // federation-app-is-inactive
        .drift("federation-app-is-inactive", "the app is active") {
            $0.identityProvider.app.edit { $0.state = .active }
        },
        .unread("federation-app-is-inactive", "its status is a word nobody knows") {
            $0.identityProvider.app.edit { $0.state = .other("MAYBE") }
        },

        // federation-app-has-no-direct-users
        .drift("federation-app-has-no-direct-users", "a user is assigned directly") {
            $0.identityProvider.appUsers.items = [
                .init(id: "00uMallory", login: "mallory@example.com", isDirect: true)
            ]
        },
        .drift("federation-app-has-no-direct-users", "everybody is assigned") {
            $0.identityProvider.app.edit { $0.letsEverybodyIn = true }
        },
        .unread("federation-app-has-no-direct-users", "the users cannot be read") {
            $0.identityProvider.appUsers = .denied
        },

        // only-emergency-groups-reach-the-app
        .drift("only-emergency-groups-reach-the-app", "another group is assigned") {
            $0.identityProvider.appGroups.items.append("00gEverybody")
        },

        // no-rule-fills-an-emergency-group
        .drift("no-rule-fills-an-emergency-group", "a rule fills a group") {
            $0.identityProvider.groupRules.items.append(
                .init(id: "0pr1", name: "ops", status: "ACTIVE", groups: ["00gX", "00gRole1Ops"]))
        },
        .drift(
            "no-rule-fills-an-emergency-group", "a rule that rests would fill a group",
            severity: .medium
        ) {
            $0.identityProvider.groupRules.items.append(
                .init(id: "0pr1", name: "ops", status: "INACTIVE", groups: ["00gRole1Ops"]))
        },
        .unread("no-rule-fills-an-emergency-group", "the rules cannot be read") {
            $0.identityProvider.groupRules = .denied
        },

        // no-active-privileged-assignment
        .drift(
            "no-active-privileged-assignment", "somebody activated their assignment",
            plan: CheckPlan.entra
        ) {
            $0.identityProvider.privilegedAssignments.items = [
                .init(group: "00gRole1Ops", principal: "jane@example.com", kind: "activated")
            ]
        },
        .unread(
            "no-active-privileged-assignment", "the assignments cannot be read",
            plan: CheckPlan.entra
        ) { $0.identityProvider.privilegedAssignments = .denied },

        // groups-and-app-untouched-since-last-run
        .drift("groups-and-app-untouched-since-last-run", "a group was changed and changed back") {
            $0.identityProvider.groups["00gRole1Ops"]?.edit {
                $0.lastMembershipUpdated = night - 3600
            }
        },
        .drift("groups-and-app-untouched-since-last-run", "the app was changed and changed back") {
            $0.identityProvider.app.edit { $0.lastUpdated = night - 3600 }
        },
        .drift("groups-and-app-untouched-since-last-run", "the log says who opened the app") {
            $0.identityProvider.log.items = [
                .init(
                    id: "e1", type: "application.lifecycle.activate", time: night - 3600,
                    actor: "admin@example.com", targets: ["0oaFederation"])
            ]
        },
        .unread(
            "groups-and-app-untouched-since-last-run", "the log cannot be read",
            consequences: ["nobody-signed-in-through-the-app"]
        ) { $0.identityProvider.log = .denied },
        .unread("groups-and-app-untouched-since-last-run", "the last run cannot be read") {
            $0.history.lastRun = .denied
        },

        // nobody-signed-in-through-the-app
        .drift("nobody-signed-in-through-the-app", "somebody signed in") {
            $0.identityProvider.log.items = [
                .init(
                    id: "e1", type: "user.authentication.sso", time: night - 3600,
                    actor: "jane@example.com", targets: ["0oaFederation"])
            ]
        },

        // emergency-roles-unused
        .drift("emergency-roles-unused", "an emergency role was used") {
            $0.accounts[CheckPlan.emergency]?.roles["EmergencyAccess_Role1_Ops"]?.edit {
                $0.lastUsed = night - 3600
            }
        },
        .drift("emergency-roles-unused", "a workload role was used") {
            $0.accounts[CheckPlan.staging]?.roles["EmergencyAccess_RO"]?.edit {
                $0.lastUsed = night - 3600
            }
        },
        .drift("emergency-roles-unused", "the break-glass role was used") {
            $0.accounts[CheckPlan.staging]?.roles["BreakGlassRole"]?.edit {
                $0.lastUsed = night - 3600
            }
        },
        .unread(
            "emergency-roles-unused", "nobody knows when an emergency was closed",
            consequences: ["break-glass-password-unused"]
        ) { $0.history.lastClose = .denied },

        // no-session-is-alive
        .drift("no-session-is-alive", "a session is alive") {
            $0.emergencyAccount.sessions.items = [
                .init(
                    eventName: "AssumeRoleWithSAML", time: night - 600,
                    arn: "arn:aws:iam::123456789012:role/EmergencyAccess_Role1_RO",
                    person: "jane@example.com", expires: night + 3000, account: "123456789012")
            ]
        },
        .unread("no-session-is-alive", "the event history cannot be read") {
            $0.emergencyAccount.sessions = .denied
        },

        // break-glass-password-unused
        .drift("break-glass-password-unused", "a password was used") {
            $0.emergencyAccount.users["BreakglassUser2"]?.edit {
                $0.passwordLastUsed = night - 3600
            }
        },

        // app-holds-no-aws-keys
        .drift("app-holds-no-aws-keys", "the app holds a key") {
            $0.identityProvider.app.edit { $0.federation.edit { $0.holdsAWSKey = true } }
        },
    ]

    private static let night = Snapshot.night
}
