import AccessPlan

extension Call {
    /// Changes to the key without which nothing can be published.
    static let keys: [Call] = [
        // A key is disabled, deleted, or given to others.
        Call(
            .kms, "DisableKey", .named(.kmsKey, "keyId"), "was disabled", "disable", undo: .deploy,
            .silences),
        Call(
            .kms, "EnableKey", .named(.kmsKey, "keyId"), "was enabled", "enable", undo: .deploy,
            .repairs),
        Call(
            .kms, "ScheduleKeyDeletion", .named(.kmsKey, "keyId"), "was scheduled for deletion",
            "schedule the deletion of", undo: .deploy, .silences),
        Call(
            .kms, "CancelKeyDeletion", .named(.kmsKey, "keyId"), "was saved from deletion",
            "cancel the deletion of", undo: .deploy, .repairs),
        Call(
            .kms, "PutKeyPolicy", .named(.kmsKey, "keyId"), "got a new policy",
            "change the policy of", undo: .deploy, .silences),
        Call(
            .kms, "DisableKeyRotation", .named(.kmsKey, "keyId"), "will no longer rotate",
            "stop the rotation of", undo: .deploy, .silences),
        Call(
            .kms, "EnableKeyRotation", .named(.kmsKey, "keyId"), "will rotate",
            "turn on the rotation of", undo: .deploy, .silences),
        Call(
            .kms, "CreateGrant", .named(.kmsKey, "keyId"), "was granted to somebody",
            "grant use of", undo: .deploy, .silences),
        Call(
            .kms, "RevokeGrant", .named(.kmsKey, "keyId"), "lost a grant", "revoke a grant of",
            undo: .deploy, .silences),
        Call(
            .kms, "RetireGrant", .named(.kmsKey, "keyId"), "was changed by RetireGrant", "change",
            undo: .deploy, .silences),
        Call(
            .kms, "ImportKeyMaterial", .named(.kmsKey, "keyId"), "was changed by ImportKeyMaterial",
            "change", undo: .deploy, .silences),
        Call(
            .kms, "DeleteImportedKeyMaterial", .named(.kmsKey, "keyId"), "lost its key material",
            "delete the material of", undo: .deploy, .silences),
        Call(
            .kms, "UpdateKeyDescription", .named(.kmsKey, "keyId"),
            "was changed by UpdateKeyDescription", "change", undo: .deploy, .notes),
        Call(
            .kms, "UpdatePrimaryRegion", .named(.kmsKey, "keyId"),
            "was changed by UpdatePrimaryRegion", "change", undo: .deploy, .silences),
        Call(
            .kms, "ReplicateKey", .named(.kmsKey, "keyId"), "was changed by ReplicateKey", "change",
            undo: .deploy, .silences),
        Call(
            .kms, "RotateKeyOnDemand", .named(.kmsKey, "keyId"), "was changed by RotateKeyOnDemand",
            "change", undo: .deploy, .silences),
        Call(
            .kms, "DeleteKey", .named(.kmsKey, "keyId"), "was changed by DeleteKey", "change",
            undo: .deploy, .silences),
        Call(
            .kms, "DeleteExpiredKeyMaterial", .named(.kmsKey, "keyId"),
            "was changed by DeleteExpiredKeyMaterial", "change", undo: .deploy, .silences),
        // A key's alias is made, moved or deleted.
        Call(
            .kms, "CreateAlias", .named(.kmsKey, "aliasName", "targetKeyId"),
            "was changed by CreateAlias", "change", undo: .deploy, .silences),
        Call(
            .kms, "UpdateAlias", .named(.kmsKey, "aliasName", "targetKeyId"),
            "points to another key", "point elsewhere", undo: .deploy, .silences),
        Call(
            .kms, "DeleteAlias", .named(.kmsKey, "aliasName", "targetKeyId"), "was deleted",
            "delete", undo: .deploy, .silences),
    ]
}
