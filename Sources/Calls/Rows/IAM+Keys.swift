import AccessPlan

extension Call {
    /// Keys, certificates and passwords of single services. Without a user name, IAM means the caller.
    static let userKeys: [Call] = [
        Call(
            .iam, "CreateAccessKey", .named(.iamUser, "userName", orCaller: true),
            "got a new access key", "create an access key for",
            change: .made("access key", "response.accessKey.accessKeyId"),
            undo: .runOrFind(
                [
                    "iam update-access-key --user-name {name} --access-key-id "
                        + "{response.accessKey.accessKeyId} --status Inactive",
                    "iam delete-access-key --user-name {name} --access-key-id "
                        + "{response.accessKey.accessKeyId}",
                ],
                "Make the new key inactive, then delete it",
                by: "iam list-access-keys --user-name {name}"), .opens),
        Call(
            .iam, "UpdateAccessKey", .named(.iamUser, "userName", orCaller: true),
            "had an access key switched on or off", "switch an access key of",
            change: .switched("access key", "accessKeyId"),
            undo: .run(
                "iam update-access-key --user-name {name} --access-key-id {accessKeyId} "
                    + "--status {status?Active:Inactive}"), .opens),
        Call(
            .iam, "DeleteAccessKey", .named(.iamUser, "userName", orCaller: true),
            "lost an access key", "delete an access key of",
            change: .removed("access key", "accessKeyId"),
            undo: .byHand(
                "Create a new access key, if the user needs one",
                root: "Create no new one: root needs no access key"), .shutsOut),
        // What only some services accept.
        Call(
            .iam, "UploadSigningCertificate", .named(.iamUser, "userName", orCaller: true),
            "got a signing certificate", "add a signing certificate to",
            change: .made("signing certificate", "response.certificate.certificateId"),
            undo: .runOrFind(
                [
                    "iam delete-signing-certificate --user-name {name} --certificate-id "
                        + "{response.certificate.certificateId}"
                ],
                "Make the new certificate inactive, then delete it",
                by: "iam list-signing-certificates --user-name {name}"), .alters),
        Call(
            .iam, "UpdateSigningCertificate", .named(.iamUser, "userName", orCaller: true),
            "had a signing certificate switched on or off", "switch a signing certificate of",
            change: .switched("signing certificate", "certificateId"),
            undo: .run(
                "iam update-signing-certificate --user-name {name} --certificate-id "
                    + "{certificateId} --status {status?Active:Inactive}"), .alters),
        Call(
            .iam, "DeleteSigningCertificate", .named(.iamUser, "userName", orCaller: true),
            "lost a signing certificate", "delete a signing certificate of",
            change: .removed("signing certificate", "certificateId"),
            undo: .byHand("Upload the certificate again, if the user needs it"), .shutsOut),
        Call(
            .iam, "UploadSSHPublicKey", .named(.iamUser, "userName", orCaller: true),
            "got an SSH key", "add an SSH key to",
            change: .made("SSH key", "response.SSHPublicKey.SSHPublicKeyId"),
            undo: .runOrFind(
                [
                    "iam delete-ssh-public-key --user-name {name} --ssh-public-key-id "
                        + "{response.SSHPublicKey.SSHPublicKeyId}"
                ],
                "Make the new key inactive, then delete it",
                by: "iam list-ssh-public-keys --user-name {name}"), .alters),
        Call(
            .iam, "UpdateSSHPublicKey", .named(.iamUser, "userName", orCaller: true),
            "had an SSH key switched on or off", "switch an SSH key of",
            change: .switched("SSH key", "SSHPublicKeyId"),
            undo: .run(
                "iam update-ssh-public-key --user-name {name} --ssh-public-key-id "
                    + "{SSHPublicKeyId} --status {status?Active:Inactive}"), .alters),
        Call(
            .iam, "DeleteSSHPublicKey", .named(.iamUser, "userName", orCaller: true),
            "lost an SSH key", "delete an SSH key of",
            change: .removed("SSH key", "SSHPublicKeyId"),
            undo: .byHand("Upload the SSH key again, if the user needs it"), .shutsOut),
        Call(
            .iam, "CreateServiceSpecificCredential",
            .named(.iamUser, "userName", orCaller: true), "got a credential for one service",
            "create a credential for",
            change: .value("further credential for", "serviceName"),
            undo: .runOrFind(
                [
                    "iam delete-service-specific-credential --user-name {name} "
                        + "--service-specific-credential-id "
                        + "{response.serviceSpecificCredential.serviceSpecificCredentialId}"
                ],
                "Make the new credential inactive, then delete it",
                by: "iam list-service-specific-credentials --user-name {name}"), .opens),
        Call(
            .iam, "UpdateServiceSpecificCredential",
            .named(.iamUser, "userName", orCaller: true),
            "had the credential for one service switched on or off", "switch a credential of",
            change: .switched("credential", "serviceSpecificCredentialId"),
            undo: .run(
                "iam update-service-specific-credential --user-name {name} "
                    + "--service-specific-credential-id {serviceSpecificCredentialId} "
                    + "--status {status?Active:Inactive}"), .opens),
        Call(
            .iam, "DeleteServiceSpecificCredential",
            .named(.iamUser, "userName", orCaller: true), "lost the credential for one service",
            "delete a credential of",
            change: .removed("credential", "serviceSpecificCredentialId"),
            undo: .byHand("Create the credential again, if the user needs it"), .shutsOut),
        Call(
            .iam, "ResetServiceSpecificCredential",
            .named(.iamUser, "userName", orCaller: true),
            "got a new password for the credential for one service", "reset a credential of",
            change: .value("new password of the credential", "serviceSpecificCredentialId"),
            undo: .run(
                "iam update-service-specific-credential --user-name {name} "
                    + "--service-specific-credential-id {serviceSpecificCredentialId} "
                    + "--status Inactive"), .opens),
    ]
}
