import AccessPlan

extension Call {
    /// What Okta's System Log reports. Names are those of Okta's event types catalog; event types of
    /// the same families that it does not list are kept, too.
    static let okta: [Call] = oktaApps + oktaSignIns + oktaMembers + oktaGroups + oktaGroupRules

    /// The federation app, which is inactive in normal times.
    private static let oktaApps: [Call] = [
        app(
            "lifecycle.activate", "was activated", "activate",
            change: .fact("state", before: "inactive", now: "active: its groups can sign in"),
            "deactivate the app {name}: Okta Admin Console, Applications, Active", .opens),
        app(
            "lifecycle.deactivate", "was deactivated", "deactivate",
            change: .fact("state", before: "active", now: "inactive: nobody can sign in by it"),
            "if an emergency needs it, activate the app {name}: Okta Admin Console, Applications",
            .repairs),
        app(
            "lifecycle.update", "was changed", "change", change: .providerSettings,
            "compare the app {name} with the set-up guide: Okta Admin Console, Applications",
            .opens),
        app(
            "lifecycle.delete", "was deleted", "delete",
            change: .fact("state", before: "existed", now: "deleted: nobody can sign in by it"),
            "make the app again by the set-up guide, and put its id into the plan", .shutsOut),
        app(
            "policy.sign_on.update", "got another sign-on policy", "change the sign-on policy of",
            change: .providerSettings, signOn, .opens),
        app(
            "policy.sign_on.rule.create", "got a new sign-on rule", "add a sign-on rule to",
            change: .providerSettings, signOn, .opens),
        app(
            "policy.sign_on.rule.delete", "lost a sign-on rule", "delete a sign-on rule of",
            change: .providerSettings, signOn, .opens),
        app(
            "configuration.enable_fed_broker_mode", "was opened to everybody",
            "open % to everybody",
            change: .fact(
                "assignments", before: "needed", now: "not needed", who: "everybody at Okta"),
            "switch off Federation Broker Mode of the app {name}: Okta Admin Console, "
                + "Applications, General", .opens),
        app(
            "configuration.disable_fed_broker_mode", "needs assignments again",
            "ask for assignments of",
            change: .fact("assignments", before: "not needed", now: "needed"),
            "nothing, if it was you", .repairs),
    ]

    /// Sign-ins that concern the federation app.
    private static let oktaSignIns: [Call] =
        ["user.authentication.sso", "user.session.start", "app.generic.unauth_app_access_attempt"]
        .map { name in
            Call(
                .okta, name, .reach(.named, .idpApp), "was signed in to", "sign in to",
                change: .fact("access", now: "a sign-in"),
                undo: .byHand(
                    "end the sessions of whoever signed in: Okta Admin Console, Directory, People"),
                .opens)
        }

    private static let signOn =
        "compare the sign-on policy of the app {name} with the set-up guide: "
        + "Okta Admin Console, Applications, Sign On"

    /// Who may use the federation app without a group, and who is in an emergency group.
    private static let oktaMembers: [Call] =
        ["add", "provision", "restore"].map { verb in
            app(
                "user_membership.\(verb)", "was assigned to somebody", "assign",
                change: .newMember,
                "take the app {app} from[ {member}]: Okta Admin Console, Applications, Assignments",
                .opens)
        }
        + ["remove", "revoke", "deprovision"].map { verb in
            app(
                "user_membership.\(verb)", "was taken from somebody", "take % from somebody",
                change: .lostMember,
                "if an emergency needs it, assign the app {app} again[ to {member}]", .repairs)
        } + [
            group(
                "user_membership.add", "got a new member", "add a member to", change: .newMember,
                "remove[ {member} from] the group {group}: Okta Admin Console, Directory, Groups, "
                    + "People", .opens),
            group(
                "user_membership.remove", "lost a member", "remove a member from",
                change: .lostMember,
                "if an emergency needs it, add[ {member} to] the group {group} again", .repairs),
        ]

    /// Emergency groups, and groups that get the federation app.
    private static let oktaGroups: [Call] = [
        group(
            "application_assignment.add", "was assigned to an app", "assign an app to",
            change: .assignment(isNew: true),
            "take the app {app} from the group {group}: Okta Admin Console, Applications, "
                + "Assignments, Groups", .opens),
        group(
            "application_assignment.remove", "was taken off an app", "take an app from",
            change: .assignment(isNew: false),
            "assign the app {app} to the group {group} again: Okta Admin Console, Applications, "
                + "Assignments, Groups", .shutsOut),
        group(
            "application_assignment.update", "had an app assignment changed",
            "change an app assignment of", change: .providerSettings,
            "compare the assignment of the app {app} to the group {group} with the set-up guide",
            .opens),
        group(
            "lifecycle.create", "was created", "create",
            change: .fact("group", before: "did not exist", now: "created"),
            "delete the group {group}, unless it was you: Okta Admin Console, Directory, Groups",
            .opens),
        group(
            "lifecycle.delete", "was deleted", "delete", change: .gone("group"),
            "make the group {group} again, put its id into the plan, and deploy", .shutsOut),
        group(
            "profile.update", "was renamed or changed", "change", change: .providerSettings,
            "give the group its name again: Okta Admin Console, Directory, Groups", .opens),
        group(
            "privilege.grant", "may administer Okta", "let % administer Okta",
            change: .fact("rights of its members", now: "administrators of Okta"),
            "take the administrator role from the group {group}: Okta Admin Console, Security, "
                + "Administrators", .opens),
        group(
            "privilege.revoke", "may no longer administer Okta", "take administration from",
            change: .fact("rights of its members", now: "no administrators of Okta"),
            "nothing, if it was you", .repairs),
    ]

    /// Rules fill groups without anybody adding a member.
    private static let oktaGroupRules: [Call] = [
        rule("add", "was created", "create", "new", .opens),
        rule("update", "was changed", "change", "changed", .opens),
        rule("delete", "was deleted", "delete", "deleted", .alters),
        rule("activate", "was activated", "activate", "active", .opens),
        rule("activated", "was activated", "activate", "active", .opens),
        rule("deactivate", "was deactivated", "deactivate", "inactive", .alters),
        rule("deactivated", "was deactivated", "deactivate", "inactive", .alters),
        rule("invalidate", "became invalid", "invalidate", "invalid", .alters),
        rule("error", "failed", "run", "failed", .alters),
        rule(
            "add_exclusion", "got an exception", "add an exception to", "with an exception", .opens),
        // Okta runs rules by itself; a new or changed rule raised its own alert.
        rule("trigger", "was run", "run", "was run", .alters),
        rule("evaluation", "was run", "run", "was run", .alters),
    ]

    private static func app(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, _ undo: String,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .okta, "application." + name, .reach(.named, .idpApp), done, attempt, change: change,
            undo: .byHand(undo), gravity)
    }

    private static func group(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, _ undo: String,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .okta, "group." + name, .reach(.named, .idpGroup), done, attempt, change: change,
            undo: .byHand(undo), gravity)
    }

    private static func rule(
        _ name: String, _ done: String, _ attempt: String, _ state: String, _ gravity: Gravity
    ) -> Call {
        Call(
            .okta, "group.user_membership.rule." + name, .reach(.named, .idpGroupRule), done,
            attempt, change: .groupRule(state),
            undo: .byHand(
                "deactivate the rule {name} if it fills an emergency group: Okta Admin Console, "
                    + "Directory, Groups, Rules"), gravity)
    }
}
