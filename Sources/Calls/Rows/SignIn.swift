import AccessPlan

extension Call {
    /// Who may sign in to the console at all, and the sign-in of root.
    static let signIns: [Call] = [
        Call(
            .signIn, "PutResourcePermissionStatement", .reach(.consoleSignIn, .account),
            "allows console sign-in from some networks only", "limit who may sign in to",
            change: .networks,
            undo: .run(
                "signin delete-resource-permission-statement --statement-id "
                    + "{response.statementId}"), .shutsOut),
        Call(
            .signIn, "DeleteResourcePermissionStatement", .reach(.consoleSignIn, .account),
            "lost a limit on who may sign in", "remove a limit on who may sign in to",
            change: .removed("sign-in statement", "statementId"), undo: .byHand(statement), .opens),
        Call(
            .signIn, "PutConsoleAuthorizationConfiguration", .reach(.consoleSignIn, .account),
            "now obeys policies on who may sign in to the console",
            "enforce policies on console sign-in for",
            change: .fact("policies on console sign-in", before: "not enforced", now: "enforced")
                .who("targetId"),
            undo: .run(
                "signin delete-console-authorization-configuration[ --target-id {targetId}]"),
            .shutsOut),
        Call(
            .signIn, "DeleteConsoleAuthorizationConfiguration", .reach(.consoleSignIn, .account),
            "no longer obeys policies on who may sign in to the console",
            "stop enforcing policies on console sign-in for",
            change: .fact("policies on console sign-in", before: "enforced", now: "not enforced")
                .who("targetId"),
            undo: .run("signin put-console-authorization-configuration[ --target-id {targetId}]"),
            .opens),
        Call(
            .signIn, "PasswordUpdated", .reach(.root, .root), "got a new password",
            "change the password of",
            change: .fact("root's password", before: "the old one", now: "a new one"),
            undo: .byHand(recoverRoot), .opens),
        Call(
            .signIn, "EmailUpdated", .reach(.root, .root), "got a new e-mail address",
            "change the e-mail address of",
            change: .fact("root's e-mail address", before: "the old one", now: "a new one"),
            undo: .byHand(recoverRoot), .opens),
    ]

    private static let statement =
        "Set the statement again: aws signin put-resource-permission-statement"

    /// Who has root's mailbox can reset its password.
    static let recoverRoot =
        "Sign in as root with the sealed credentials and set password and address again; if that "
        + "fails, ask AWS Support to recover the account"
}
