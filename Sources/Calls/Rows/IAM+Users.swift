import AccessPlan

extension Call {
    /// Changes to break-glass users: what they sign in with and what they may do.
    static let users: [Call] = [
        // A user's password, keys or certificates are changed.
        Call(
            .iam, "CreateLoginProfile", .named(.iamUser, "userName", orCaller: true),
            "got a console password", "give a console password to", undo: .deploy, .opens),
        Call(
            .iam, "UpdateLoginProfile", .named(.iamUser, "userName", orCaller: true),
            "got a new console password", "change the password of", undo: .deploy, .opens),
        Call(
            .iam, "DeleteLoginProfile", .named(.iamUser, "userName", orCaller: true),
            "lost its console password", "take the password from", undo: .deploy, .shutsOut),
        Call(
            .iam, "ChangePassword", .named(.iamUser, "userName", orCaller: true),
            "got a new password", "change the password of", undo: .deploy, .opens),
        Call(
            .iam, "CreateAccessKey", .named(.iamUser, "userName", orCaller: true),
            "got a new access key", "create an access key for", undo: .deploy, .opens),
        Call(
            .iam, "UpdateAccessKey", .named(.iamUser, "userName", orCaller: true),
            "had an access key switched on or off", "switch an access key of", undo: .deploy, .opens
        ),
        Call(
            .iam, "DeleteAccessKey", .named(.iamUser, "userName", orCaller: true),
            "lost an access key", "delete an access key of", undo: .deploy, .shutsOut),
        Call(
            .iam, "UploadSigningCertificate", .named(.iamUser, "userName", orCaller: true),
            "got a signing certificate", "add a signing certificate to", undo: .deploy, .opens),
        Call(
            .iam, "UpdateSigningCertificate", .named(.iamUser, "userName", orCaller: true),
            "was changed by UpdateSigningCertificate", "change", undo: .deploy, .alters),
        Call(
            .iam, "DeleteSigningCertificate", .named(.iamUser, "userName", orCaller: true),
            "was changed by DeleteSigningCertificate", "change", undo: .deploy, .alters),
        Call(
            .iam, "UploadSSHPublicKey", .named(.iamUser, "userName", orCaller: true),
            "got an SSH key", "add an SSH key to", undo: .deploy, .opens),
        Call(
            .iam, "UpdateSSHPublicKey", .named(.iamUser, "userName", orCaller: true),
            "was changed by UpdateSSHPublicKey", "change", undo: .deploy, .alters),
        Call(
            .iam, "DeleteSSHPublicKey", .named(.iamUser, "userName", orCaller: true),
            "was changed by DeleteSSHPublicKey", "change", undo: .deploy, .alters),
        Call(
            .iam, "CreateServiceSpecificCredential", .named(.iamUser, "userName", orCaller: true),
            "got a new credential", "create a credential for", undo: .deploy, .opens),
        Call(
            .iam, "UpdateServiceSpecificCredential", .named(.iamUser, "userName", orCaller: true),
            "was changed by UpdateServiceSpecificCredential", "change", undo: .deploy, .alters),
        Call(
            .iam, "DeleteServiceSpecificCredential", .named(.iamUser, "userName", orCaller: true),
            "was changed by DeleteServiceSpecificCredential", "change", undo: .deploy, .alters),
        Call(
            .iam, "ResetServiceSpecificCredential", .named(.iamUser, "userName", orCaller: true),
            "was changed by ResetServiceSpecificCredential", "change", undo: .deploy, .opens),
        // A user's MFA device is added, taken away or out of step.
        Call(
            .iam, "EnableMFADevice", .named(.iamUser, "userName", orCaller: true),
            "got an MFA device", "add an MFA device to", undo: .deploy, .opens),
        Call(
            .iam, "DeactivateMFADevice", .named(.iamUser, "userName", orCaller: true),
            "lost an MFA device", "remove an MFA device from", undo: .deploy, .opens),
        Call(
            .iam, "ResyncMFADevice", .named(.iamUser, "userName", orCaller: true),
            "had an MFA device synchronised", "synchronise an MFA device of", undo: .deploy, .alters
        ),
        // A virtual MFA device is made or deleted.
        Call(
            .iam, "CreateVirtualMFADevice",
            .named(.mfaDevice, "serialNumber", "virtualMFADeviceName"), "was created", "create",
            undo: .deploy, .alters),
        Call(
            .iam, "DeleteVirtualMFADevice",
            .named(.mfaDevice, "serialNumber", "virtualMFADeviceName"), "was deleted", "delete",
            undo: .deploy, .opens),
        // What a user may do is changed.
        Call(
            .iam, "AttachUserPolicy", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "got a further policy", "attach a policy to", undo: .deploy, .opens),
        Call(
            .iam, "DetachUserPolicy", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "lost a policy", "detach a policy from", undo: .deploy, .shutsOut),
        Call(
            .iam, "PutUserPolicy", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "got an inline policy", "put an inline policy on", undo: .deploy, .opens),
        Call(
            .iam, "DeleteUserPolicy", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "lost an inline policy", "delete an inline policy of", undo: .deploy, .shutsOut),
        Call(
            .iam, "PutUserPermissionsBoundary",
            .named(.iamUser, "userName", also: [.iamGroup: "groupName"]), "got a new boundary",
            "set a boundary on", undo: .deploy, .opens),
        Call(
            .iam, "DeleteUserPermissionsBoundary",
            .named(.iamUser, "userName", also: [.iamGroup: "groupName"]), "lost its boundary",
            "remove the boundary from", undo: .deploy, .opens),
        Call(
            .iam, "AddUserToGroup", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "was added to a group", "add % to a group", undo: .deploy, .opens),
        Call(
            .iam, "RemoveUserFromGroup",
            .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "was taken out of a group", "take % out of a group", undo: .deploy, .alters),
        Call(
            .iam, "TagUser", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "was changed by TagUser", "change", undo: .deploy, .notes),
        Call(
            .iam, "UntagUser", .named(.iamUser, "userName", also: [.iamGroup: "groupName"]),
            "was changed by UntagUser", "change", undo: .deploy, .notes),
        // A user is made, renamed or deleted.
        Call(
            .iam, "CreateUser", .named(.iamUser, "userName", "newUserName"), "was created",
            "create", undo: .deploy, .opens),
        Call(
            .iam, "UpdateUser", .named(.iamUser, "userName", "newUserName"), "was renamed or moved",
            "rename", undo: .deploy, .alters),
        Call(
            .iam, "DeleteUser", .named(.iamUser, "userName", "newUserName"), "was deleted",
            "delete", undo: .deploy, .shutsOut),
    ]
}
