import AccessPlan

extension SeverityRow {
    /// The table, as docs/alerts.md shows it. Critical is what somebody must act on at night, high what
    /// must be looked at today, medium and low what the record keeps. A failed attempt is one level
    /// below the act.
    static let all: [SeverityRow] = notices + ways + changes + activity

    /// Alerts that no credentials caused.
    private static let notices: [SeverityRow] = [
        SeverityRow(
            [.reports], nil, failed: nil, "As the report's worst finding, which the check decides"),
        SeverityRow([.proves], .low, failed: .low, "It proves that events arrive"),
        SeverityRow([.audits], .low, failed: .low, "The plan names who may look"),
        SeverityRow(
            [.unreadable], .high, failed: .high, "It may be anything: somebody has to look at it"),
        SeverityRow(
            [.reads], .low, failed: .low,
            "Nothing was changed, and the way in raised its own alert: the record keeps it"),
        SeverityRow(
            [.continues], .low, failed: .low,
            "No new way in: what it goes on from raised its own alert"),
        SeverityRow(
            [.prompts], when: [.undeclared, .otherPerson], .medium,
            failed: .medium, "Nobody proved anything: the sign-in itself raises its own alert"),
        SeverityRow(
            [.prompts], when: [.declared, .drill], .low, failed: .low, "Part of what was declared"),
        SeverityRow(
            [.asksForPassword], .high, failed: .medium,
            "Anybody may ask, and the answer goes to root's mailbox: see today who did"),
        SeverityRow(
            [.warns], when: [.undeclared, .otherPerson], .critical, failed: .critical,
            "Nobody signs in to the emergency access account on a normal day"),
        SeverityRow(
            [.warns], when: [.declared, .drill], .high, failed: .high,
            "A declared sign-in may look unusual, but it may be another person's"),
    ]

    /// Ways in.
    private static let ways: [SeverityRow] = [
        SeverityRow(
            [.comesIn], by: [.others], when: [.undeclared], .critical, failed: .high,
            "An undeclared way in that worked. If it failed, somebody is trying to get in"),
        SeverityRow(
            [.comesIn], by: [.others], when: [.otherPerson], .high, failed: .high,
            "Somebody helps without being named, or hides in the emergency: ask them today"),
        SeverityRow(
            [.comesIn], by: [.others], when: [.declared], .medium, failed: .medium,
            "Declared: this is what emergency access is for"),
        SeverityRow(
            [.comesIn], by: [.others], when: [.drill], .low, failed: .low, "Rehearsed sign-in"),
        SeverityRow(
            [.comesInWithoutMFA], by: [.others], when: [.undeclared, .otherPerson, .declared],
            .critical,
            failed: .high,
            "Every access path requires MFA. No declaration covers a sign-in without it"),
        SeverityRow(
            [.comesInWithoutMFA], by: [.others], when: [.drill], .high, failed: .medium,
            "The drill found that MFA is not required"),
        SeverityRow(
            [.comesIn, .comesInWithoutMFA], by: [.root], .critical, failed: .high,
            "Root is not a planned access path: nobody can declare it, and nothing restrains it"),
        SeverityRow(
            [.comesIn, .comesInWithoutMFA], by: [.aws], .medium, failed: .low,
            "AWS takes a role of ours for a resource: no person came in, but it is not planned"),
    ]

    /// Changes of the access or the alert path. Only those at the identity provider can be declared.
    private static let changes: [SeverityRow] = [
        SeverityRow(
            [.opens], by: [.others], when: [.undeclared], .critical, failed: .high,
            "A way in is open until somebody shuts it"),
        SeverityRow(
            [.opens], by: [.others], when: [.otherPerson], .high, failed: .medium,
            "A way in is opened during an emergency by somebody whom it does not name"),
        SeverityRow(
            [.opens], by: [.others], when: [.declared], .medium, failed: .medium,
            "Declared: the identity provider lets people in for the emergency"),
        SeverityRow(
            [.opens], by: [.others], when: [.drill], .low, failed: .low, "Rehearsed change"),
        SeverityRow(
            [.silences], by: [.others], .critical, failed: .high,
            "What follows may raise no alert, so this is the last one to act on"),
        SeverityRow(
            [.hidesLoss], by: [.others], .high, failed: .medium,
            "Alerts still arrive, by other ways or until something else breaks"),
        SeverityRow(
            [.shutsOutAll], by: [.others], .critical, failed: .high,
            "Emergency access may be shut when it is needed, and nobody can repair it from inside"),
        SeverityRow(
            [.shutsOut], by: [.others], .high, failed: .medium,
            "One way in is shut; the others work until it is repaired"),
        SeverityRow(
            [.listens], by: [.others], .high, failed: .medium,
            "Everybody still hears the alerts; a stranger may hear them, too"),
        SeverityRow(
            [.alters], by: [.others], .high, failed: .medium,
            "It opens and silences nothing by itself, but nobody planned it"),
        SeverityRow(
            [.unlisted], by: [.others], .high, failed: .medium,
            "What it does is not known here: read the event today"),
        SeverityRow([.notes], by: [.others], .low, failed: .low, "It changes nothing that works"),
        SeverityRow(
            [.repairs], by: [.others], .low, failed: .medium,
            "Back to normal. If it failed, what was broken stays broken"),
        SeverityRow(
            [
                .opens, .silences, .hidesLoss, .shutsOutAll, .shutsOut, .listens, .alters,
                .unlisted,
            ], by: [.root],
            .critical, failed: .high, "Root acts, which nobody plans, and changes something of ours"
        ),
        SeverityRow(
            [.notes, .repairs], by: [.root], .high, failed: .medium,
            "The change is harmless, that root is used is not: ask today who did"),
        SeverityRow(
            [
                .opens, .silences, .hidesLoss, .shutsOutAll, .shutsOut, .listens, .alters,
                .unlisted,
            ], by: [.aws],
            .medium, failed: .low,
            "AWS carries out what somebody ordered before, and the order raised its own alert"),
        SeverityRow(
            [.notes, .repairs], by: [.aws], .low, failed: .low, "AWS keeps its own records"),
    ]

    /// What a session of emergency access does.
    private static let activity: [SeverityRow] = [
        SeverityRow(
            [.actsGravely], by: [.others], when: [.undeclared], .critical, failed: .high,
            "An undeclared session keeps its access, disables monitoring or deletes something"),
        SeverityRow(
            [.actsGravely], by: [.others], when: [.otherPerson, .declared], .high, failed: .medium,
            "The emergency may need it; what it leaves behind has to be looked at today"),
        SeverityRow(
            [.acts], by: [.others], when: [.undeclared, .otherPerson], .high, failed: .medium,
            "The way in raised the critical alert: this is what was done with it"),
        SeverityRow(
            [.acts], by: [.others], when: [.declared], .medium, failed: .low, "Declared work"),
        SeverityRow(
            [.acts, .actsGravely], by: [.others], when: [.drill], .low, failed: .low,
            "Rehearsed work"),
        SeverityRow(
            [.acts, .actsGravely], by: [.root], .critical, failed: .high,
            "Root acts, which nobody can declare, and nothing restrains it"),
        SeverityRow(
            [.acts, .actsGravely], by: [.aws], .medium, failed: .low,
            "AWS acts for the account: nobody used the credentials"),
    ]
}
