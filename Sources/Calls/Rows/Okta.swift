import AccessPlan

extension Call {
    /// What Okta's System Log reports.
    static let okta: [Call] = [
        Call(
            .okta, "application.lifecycle.activate", .reach(.named, .idpApp), "was activated",
            "activate", undo: .deploy, .opens),
        Call(
            .okta, "application.lifecycle.deactivate", .reach(.named, .idpApp), "was deactivated",
            "deactivate", undo: .deploy, .repairs),
        Call(
            .okta, "application.lifecycle.update", .reach(.named, .idpApp), "was changed", "change",
            undo: .deploy, .opens),
        Call(
            .okta, "application.lifecycle.delete", .reach(.named, .idpApp), "was deleted", "delete",
            undo: .deploy, .opens),
        Call(
            .okta, "application.user_membership.add", .reach(.named, .idpApp),
            "was assigned to somebody", "assign", undo: .deploy, .opens),
        Call(
            .okta, "application.user_membership.remove", .reach(.named, .idpApp),
            "was taken from somebody", "take % from somebody", undo: .deploy, .repairs),
        Call(
            .okta, "group.user_membership.add", .reach(.named, .idpGroup), "got a new member",
            "add a member to", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.remove", .reach(.named, .idpGroup), "lost a member",
            "remove a member from", undo: .deploy, .repairs),
        Call(
            .okta, "group.application_assignment.add", .reach(.named, .idpGroup),
            "was assigned to an app", "assign an app to", undo: .deploy, .opens),
        Call(
            .okta, "group.application_assignment.remove", .reach(.named, .idpGroup),
            "was taken off an app", "take an app from", undo: .deploy, .opens),
        Call(
            .okta, "group.application_assignment.update", .reach(.named, .idpGroup),
            "had an app assignment changed", "change an app assignment of", undo: .deploy, .opens),
        Call(
            .okta, "group.lifecycle.delete", .reach(.named, .idpGroup), "was deleted", "delete",
            undo: .deploy, .opens),
        Call(
            .okta, "group.profile.update", .reach(.named, .idpGroup), "was renamed or changed",
            "change", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.rule.add", .reach(.named, .idpGroupRule), "was created",
            "create", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.rule.update", .reach(.named, .idpGroupRule),
            "was changed", "change", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.rule.delete", .reach(.named, .idpGroupRule),
            "was deleted", "delete", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.rule.activate", .reach(.named, .idpGroupRule),
            "was activated", "activate", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.rule.deactivate", .reach(.named, .idpGroupRule),
            "was deactivated", "deactivate", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.rule.add_exclusion", .reach(.named, .idpGroupRule),
            "got an exception", "add an exception to", undo: .deploy, .opens),
        Call(
            .okta, "group.user_membership.rule.trigger", .reach(.named, .idpGroupRule), "was run",
            "run", undo: .deploy, .opens),
    ]
}
