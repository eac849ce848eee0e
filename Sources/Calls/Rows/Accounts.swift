import AccessPlan

extension Call {
    /// Regions, and the root user.
    static let regions: [Call] = [
        Call(
            .account, "EnableRegion", .reach(.region, .region), "was enabled", "enable",
            undo: .deploy, .silences),
        Call(
            .account, "DisableRegion", .reach(.region, .region), "was disabled", "disable",
            undo: .deploy, .silences),
        Call(
            .account, "StartPrimaryEmailUpdate", .reach(.root, .root),
            "was changed by StartPrimaryEmailUpdate", "change", undo: .deploy, .silences),
        Call(
            .account, "AcceptPrimaryEmailUpdate", .reach(.root, .root),
            "was changed by AcceptPrimaryEmailUpdate", "change", undo: .deploy, .silences),
        Call(
            .signIn, "PasswordUpdated", .reach(.root, .root), "got a new password",
            "change the password of", undo: .deploy, .silences),
        Call(
            .signIn, "EmailUpdated", .reach(.root, .root), "was changed by EmailUpdated", "change",
            undo: .deploy, .silences),
        Call(
            .accountEvents, "Region Opt-In Status Change", .reach(.region, .region),
            "was enabled or disabled", "enable or disable", undo: .deploy, .silences),
    ]
}
