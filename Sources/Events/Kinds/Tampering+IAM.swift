import AccessPlan

extension Tampering {
    private static let iam = "iam.amazonaws.com"

    /// Changes to break-glass users: what they sign in with and what they may do.
    static let users = [
        Tampering(
            title: "A user's password, keys or certificates are changed",
            source: iam,
            names: [
                "CreateLoginProfile", "UpdateLoginProfile", "DeleteLoginProfile", "ChangePassword",
                "CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey",
                "UploadSigningCertificate", "UpdateSigningCertificate",
                "DeleteSigningCertificate", "UploadSSHPublicKey", "UpdateSSHPublicKey",
                "DeleteSSHPublicKey", "CreateServiceSpecificCredential",
                "UpdateServiceSpecificCredential", "DeleteServiceSpecificCredential",
                "ResetServiceSpecificCredential",
            ],
            type: .iamUser, parameters: ["userName"], orCaller: true, isGlobal: true),
        Tampering(
            title: "A user's MFA device is added, taken away or out of step",
            source: iam,
            names: ["EnableMFADevice", "DeactivateMFADevice", "ResyncMFADevice"],
            type: .iamUser, parameters: ["userName"], orCaller: true, isGlobal: true),
        Tampering(
            title: "A virtual MFA device is made or deleted",
            source: iam,
            names: ["CreateVirtualMFADevice", "DeleteVirtualMFADevice"],
            type: .mfaDevice, parameters: ["serialNumber", "virtualMFADeviceName"],
            isGlobal: true),
        Tampering(
            title: "What a user may do is changed",
            source: iam,
            names: [
                "AttachUserPolicy", "DetachUserPolicy", "PutUserPolicy", "DeleteUserPolicy",
                "PutUserPermissionsBoundary", "DeleteUserPermissionsBoundary",
                "AddUserToGroup", "RemoveUserFromGroup", "TagUser", "UntagUser",
            ],
            type: .iamUser, parameters: ["userName"], also: [.iamGroup: "groupName"],
            isGlobal: true),
        Tampering(
            title: "A user is made, renamed or deleted",
            source: iam,
            names: ["CreateUser", "UpdateUser", "DeleteUser"],
            type: .iamUser, parameters: ["userName", "newUserName"], isGlobal: true),
    ]

    /// Changes to emergency, workload and break-glass roles, and to the policies they carry.
    static let roles = [
        Tampering(
            title: "A role, its trust or its permissions are changed",
            source: iam,
            names: [
                "CreateRole", "DeleteRole", "UpdateRole", "UpdateRoleDescription",
                "UpdateAssumeRolePolicy", "AttachRolePolicy", "DetachRolePolicy", "PutRolePolicy",
                "DeleteRolePolicy", "PutRolePermissionsBoundary",
                "DeleteRolePermissionsBoundary", "TagRole", "UntagRole",
                "CreateServiceLinkedRole", "AddRoleToInstanceProfile",
            ],
            type: .iamRole, parameters: ["roleName"], isGlobal: true),
        Tampering(
            title: "A customer-managed policy is changed",
            source: iam,
            names: [
                "CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicyVersion",
                "DeletePolicy", "CreatePolicy",
            ],
            type: .iamPolicy, parameters: ["policyArn", "policyName"], isGlobal: true),
        Tampering(
            title: "A group, its members or its permissions are changed",
            source: iam,
            names: [
                "AttachGroupPolicy", "DetachGroupPolicy", "PutGroupPolicy", "DeleteGroupPolicy",
                "CreateGroup", "UpdateGroup", "DeleteGroup",
            ],
            type: .iamGroup, parameters: ["groupName", "newGroupName"], isGlobal: true),
    ]

    /// Changes to the federation: who controls the provider controls who gets access.
    static let providers = [
        Tampering(
            title: "A SAML provider is made, changed or deleted",
            source: iam,
            names: [
                "CreateSAMLProvider", "UpdateSAMLProvider", "DeleteSAMLProvider",
                "TagSAMLProvider", "UntagSAMLProvider",
            ],
            type: .samlProvider, parameters: ["sAMLProviderArn", "name"], isGlobal: true)
    ]
}
