import AccessPlan

extension Call {
    /// What a user signs in to the console with. Without a name, IAM means the caller.
    static let passwords: [Call] = [
        Call(
            .iam, "CreateLoginProfile", .named(.iamUser, "userName", orCaller: true),
            "got a console password", "give a console password to",
            change: .fact("console password", before: "none", now: "set"),
            undo: .run("iam delete-login-profile --user-name {name}"), .opens),
        Call(
            .iam, "UpdateLoginProfile", .named(.iamUser, "userName", orCaller: true),
            "got a new console password", "change the password of",
            change: .fact("console password", before: "the old one", now: "a new one"),
            undo: .run("iam delete-login-profile --user-name {name}"), .opens),
        Call(
            .iam, "DeleteLoginProfile", .named(.iamUser, "userName", orCaller: true),
            "lost its console password", "take the password from",
            change: .fact("console password", before: "set", now: "none"),
            undo: .byHand(
                "Give the user a new console password, and hand it over in person",
                root: "If root is meant to have a password, allow its recovery from the management "
                    + "account, in Root access management, and set it by root's mailbox"),
            .shutsOut),
        Call(
            .iam, "ChangePassword", .named(.iamUser, orCaller: true),
            "changed its own password", "change the own password of",
            change: .fact("console password", before: "the old one", now: "a new one"),
            undo: .byHand(
                "Ask the user whether they changed it; if not, give the user a new password",
                root:
                    "Ask everybody who holds root; if nobody changed it, reset it by root's mailbox"
            ),
            .opens),
        // The second factor.
        Call(
            .iam, "EnableMFADevice", .named(.iamUser, "userName", orCaller: true),
            "got an MFA device", "add an MFA device to",
            change: .made("MFA device", "serialNumber"),
            undo: .run(
                "iam deactivate-mfa-device --user-name {name} --serial-number {serialNumber}"),
            .opens),
        Call(
            .iam, "DeactivateMFADevice", .named(.iamUser, "userName", orCaller: true),
            "lost an MFA device", "remove an MFA device from",
            change: .removed("MFA device", "serialNumber"), undo: .byHand(registerAgain), .opens),
        Call(
            .iam, "ResyncMFADevice", .named(.iamUser, "userName", orCaller: true),
            "had an MFA device synchronized", "synchronize an MFA device of",
            change: .value("synchronized MFA device", "serialNumber"),
            undo: .byHand(
                "Ask the user whether the MFA device still works; if not, register it again"),
            .alters),
        Call(
            .iam, "CreateVirtualMFADevice", .named(.mfaDevice, "virtualMFADeviceName"),
            "was created", "create",
            change: .fact("virtual MFA device", before: "did not exist", now: "not registered yet"),
            undo: .run(
                "iam delete-virtual-mfa-device --serial-number "
                    + "{response.virtualMFADevice.serialNumber}"), .alters),
        Call(
            .iam, "DeleteVirtualMFADevice", .named(.mfaDevice, "serialNumber"), "was deleted",
            "delete", change: .gone("virtual MFA device"), undo: .byHand(registerAgain), .opens),
        Call(
            .iam, "TagMFADevice", .named(.mfaDevice, "serialNumber"), "got a tag", "tag",
            change: .added("tag", "tags.key"),
            undo: .run(
                "iam untag-mfa-device --serial-number {serialNumber} --tag-keys {tags.key*}"),
            .notes),
        Call(
            .iam, "UntagMFADevice", .named(.mfaDevice, "serialNumber"), "lost a tag",
            "remove a tag from", change: .removed("tag", "tagKeys"), undo: .byHand(tagAgain),
            .notes),
    ]

    private static let registerAgain =
        "Have the holder register the MFA device again: it needs two codes from the device"

    /// The value of a tag that is gone stands in no event.
    static let tagAgain = "Set the tag again, if a policy or a report needs it"
}
