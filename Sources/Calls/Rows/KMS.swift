import AccessPlan

extension Call {
    /// Changes to the key without which nothing can be published.
    static let keys: [Call] =
        [
            key(
                "DisableKey", "was disabled", "disable",
                change: .fact("state", before: "enabled", now: "disabled"),
                undo: .run("kms enable-key --key-id {arn}"), .silences),
            key(
                "EnableKey", "was enabled", "enable", change: .fact("state", now: "enabled"),
                undo: .deploy, .repairs),
            key(
                "ScheduleKeyDeletion", "was scheduled for deletion", "schedule the deletion of",
                change: .days("pendingWindowInDays", default: 30),
                undo: .run([
                    "kms cancel-key-deletion --key-id {arn}", "kms enable-key --key-id {arn}",
                ]), .silences),
            key(
                "CancelKeyDeletion", "was saved from deletion", "cancel the deletion of",
                change: .fact("deletion", before: "scheduled", now: "canceled"), undo: .deploy,
                .repairs),
            // KMS records it when the waiting time is over.
            key(
                "DeleteKey", "is gone for ever", "delete", change: .fact("key", now: "deleted"),
                undo: .never(
                    "What it encrypted cannot be read again: use another key from now on; for a key "
                        + "of the plan, deploy again"), .silences),
            key(
                "PutKeyPolicy", "got a new policy", "change the policy of",
                change: .resourcePolicy("policy").gravity(.silences), undo: .deploy, .silences),
            key(
                "DisableKeyRotation", "will no longer rotate", "stop the rotation of",
                change: .fact("yearly rotation", before: "on", now: "off"),
                undo: .run("kms enable-key-rotation --key-id {arn}"), .alters),
            key(
                "EnableKeyRotation", "will rotate", "turn on the rotation of",
                change: .first(
                    .value("rotation in days", "rotationPeriodInDays"),
                    .fact("yearly rotation", now: "on")),
                undo: .deploy, .repairs),
            key(
                "RotateKeyOnDemand", "was rotated by hand", "rotate",
                change: .fact("key material", now: "rotated"),
                undo: .byHand("Nothing: what was encrypted before can still be read"), .notes),
            key(
                "UpdateKeyDescription", "got a new description", "change the description of",
                change: .value("description", "description"), undo: .deploy, .notes),
            key(
                "UpdatePrimaryRegion", "got another primary Region", "move the primary Region of",
                change: .value("primary Region", "primaryRegion"), undo: .deploy, .alters),
            key(
                "ReplicateKey", "was copied to another Region", "copy",
                change: .value("replica in Region", "replicaRegion"),
                undo: .byHand(
                    "Schedule the deletion of the replica, in its Region: KMS, Customer managed keys"
                ),
                .alters),
        ] + grants + material + aliases
        + tags(
            .kms, .named(.kmsKey, "keyId"),
            undo: "kms untag-resource --key-id {arn} --tag-keys {tags keys}")

    /// Who may use the key besides its policy.
    private static let grants: [Call] = [
        key(
            "CreateGrant", "was granted to somebody", "grant use of",
            change: .list("granted operations", "operations").who("granteePrincipal"),
            undo: .run("kms revoke-grant --key-id {arn} --grant-id {response.grantId}"), .alters),
        key(
            "RevokeGrant", "lost a grant", "revoke a grant of",
            change: .removed("grant", "grantId"), undo: .deploy, .alters),
        key(
            "RetireGrant", "had a grant retired", "retire a grant of",
            change: .removed("grant", "grantId"), undo: .deploy, .alters),
    ]

    /// Key material that was brought from outside; ours has none.
    private static let material: [Call] = [
        key(
            "ImportKeyMaterial", "got key material from outside", "import material into",
            change: .settings(["expirationModel", "validTo", "importType"]), undo: .deploy,
            .alters),
        key(
            "DeleteImportedKeyMaterial", "lost its key material", "delete the material of",
            change: .fact("key material", now: "deleted"), undo: .deploy, .silences),
        key(
            "DeleteExpiredKeyMaterial", "lost its key material, which expired",
            "delete the expired material of", change: .fact("key material", now: "expired"),
            undo: .deploy, .silences),
    ]

    /// The name by which topics and functions find the key.
    private static let aliases: [Call] = [
        Call(
            .kms, "CreateAlias", .named(.kmsKey, "aliasName", "targetKeyId"), "got an alias",
            "make an alias of", change: .value("alias", "aliasName").who("targetKeyId"),
            undo: .run("kms delete-alias --alias-name {aliasName}"), .alters),
        Call(
            .kms, "UpdateAlias", .named(.kmsKey, "aliasName", "targetKeyId"),
            "had an alias pointed to another key", "point an alias to or from",
            change: .value("key of the alias", "targetKeyId"), undo: .deploy, .silences),
        Call(
            .kms, "DeleteAlias", .named(.kmsKey, "aliasName"), "lost its alias",
            "delete the alias of", change: .gone("alias", "aliasName"), undo: .deploy, .silences),
    ]

    private static func key(
        _ name: String, _ done: String, _ attempt: String, change: ChangeReader, undo: Undo,
        _ gravity: Gravity
    ) -> Call {
        Call(
            .kms, name, .named(.kmsKey, "keyId"), done, attempt, change: change, undo: undo,
            gravity)
    }
}
