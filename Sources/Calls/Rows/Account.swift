import AccessPlan

extension Call {
    /// Regions, root's e-mail address, and whom AWS writes to.
    static let accounts: [Call] = [
        Call(
            .account, "EnableRegion", .reach(.region, .region), "was enabled", "enable",
            change: .fact("state", before: "disabled", now: "enabled"),
            undo: .run(
                "account disable-region --region-name {regionName}[ --account-id {accountId}]"),
            .silences),
        Call(
            .account, "DisableRegion", .reach(.region, .region), "was disabled", "disable",
            change: .fact("state", before: "enabled", now: "disabled"),
            undo: .run(
                "account enable-region --region-name {regionName}[ --account-id {accountId}]"),
            .silences),
        Call(
            .accountEvents, "Region Opt-In Status Change", .reach(.region, .region),
            "was enabled or disabled", "enable or disable",
            undo: .byHand("Enable or disable it again in the account's settings, then deploy"),
            .silences),
        Call(
            .account, "StartPrimaryEmailUpdate", .reach(.root, .root),
            "is about to get a new e-mail address", "change the e-mail address of",
            change: .value("root's e-mail address, once confirmed", "primaryEmail"),
            undo: .byHand(
                "Start the update again with the right address: "
                    + "aws account start-primary-email-update"), .opens),
        Call(
            .account, "AcceptPrimaryEmailUpdate", .reach(.root, .root),
            "got a new e-mail address", "confirm a new e-mail address of",
            change: .value("root's e-mail address", "primaryEmail"), undo: .byHand(recoverRoot),
            .opens),
        // AWS writes to these about security and lost access, and believes them.
        Call(
            .account, "PutAlternateContact", .reach(.ownAccount, .account),
            "got another contact", "change a contact of", change: .contact,
            undo: .byHand(contact), .alters),
        Call(
            .account, "DeleteAlternateContact", .reach(.ownAccount, .account), "lost a contact",
            "delete a contact of", change: .removed("contact", "alternateContactType"),
            undo: .byHand(contact), .alters),
        Call(
            .account, "PutContactInformation", .reach(.ownAccount, .account),
            "got another owner's address and telephone number",
            "change the owner's address and telephone number of",
            change: .value("owner", "contactInformation.fullName"), undo: .byHand(contact), .alters),
        Call(
            .account, "PutAccountName", .reach(.ownAccount, .account), "got another name",
            "rename", change: .value("account name", "accountName"),
            undo: .byHand("Set the name again: aws account put-account-name"), .notes),
    ]

    private static let contact = "Set the contact that was there before, in the account's settings"
}
