import AccessPlan

extension Call {
    /// IAM Identity Center: who may enter which account, and with what.
    static let assignments: [Call] = [
        Call(
            .sso, "CreateAccountAssignment", .reach(.account, .account),
            "was opened to somebody in Identity Center", "open % to somebody in Identity Center",
            change: .value("assigned permission set", "permissionSetArn").who("principalId"),
            undo: .run("sso-admin delete-account-assignment \(assignment)"), .opens),
        Call(
            .sso, "DeleteAccountAssignment", .reach(.account, .account),
            "was shut to somebody in Identity Center", "shut % to somebody in Identity Center",
            change: .removed("assigned permission set", "permissionSetArn").who("principalId"),
            undo: .run("sso-admin create-account-assignment \(assignment)"), .alters),
        Call(
            .sso, "ProvisionPermissionSet", .reach(.account, .account),
            "got the current rights of a permission set", "bring a permission set into",
            change: .value("provisioned permission set", "permissionSetArn"),
            undo: .byHand("Set the permission set's policies as they were, and provision it again"),
            .alters),
        // A plan may guard a permission set.
        Call(
            .sso, "AttachManagedPolicyToPermissionSet", permissionSet, "got a further policy",
            "attach a policy to", change: .policy("managedPolicyArn"),
            undo: .run(
                "sso-admin detach-managed-policy-from-permission-set \(set) "
                    + "--managed-policy-arn {managedPolicyArn}"), .opens),
        Call(
            .sso, "DetachManagedPolicyFromPermissionSet", permissionSet, "lost a policy",
            "detach a policy from", change: .detachedPolicy("managedPolicyArn"),
            undo: .run(
                "sso-admin attach-managed-policy-to-permission-set \(set) "
                    + "--managed-policy-arn {managedPolicyArn}"), .shutsOut),
        Call(
            .sso, "AttachCustomerManagedPolicyReferenceToPermissionSet", permissionSet,
            "got a further policy", "attach a policy to",
            change: .added("policy", "customerManagedPolicyReference.name"),
            undo: .run(
                "sso-admin detach-customer-managed-policy-reference-from-permission-set \(set) "
                    + reference), .opens),
        Call(
            .sso, "DetachCustomerManagedPolicyReferenceFromPermissionSet", permissionSet,
            "lost a policy", "detach a policy from",
            change: .removed("policy", "customerManagedPolicyReference.name"),
            undo: .run(
                "sso-admin attach-customer-managed-policy-reference-to-permission-set \(set) "
                    + reference), .shutsOut),
        Call(
            .sso, "PutInlinePolicyToPermissionSet", permissionSet, "got another inline policy",
            "put an inline policy on", change: .document("inlinePolicy", what: "inline policy"),
            undo: .remove("sso-admin delete-inline-policy-from-permission-set \(set)"), .opens),
        Call(
            .sso, "DeleteInlinePolicyFromPermissionSet", permissionSet, "lost its inline policy",
            "delete the inline policy of",
            change: .fact("inline policy", before: "set", now: "none"),
            undo: .byHand(setAgain), .shutsOut),
        Call(
            .sso, "PutPermissionsPolicy", permissionSet, "got another inline policy",
            "put an inline policy on",
            change: .document("permissionsPolicy", what: "inline policy"),
            undo: .byHand(setAgain), .opens),
        Call(
            .sso, "DeletePermissionsPolicy", permissionSet, "lost its inline policy",
            "delete the inline policy of",
            change: .fact("inline policy", before: "set", now: "none"),
            undo: .byHand(setAgain), .shutsOut),
        Call(
            .sso, "PutPermissionsBoundaryToPermissionSet", permissionSet, "got a new boundary",
            "set a boundary on",
            change: .boundary("permissionsBoundary.managedPolicyArn"),
            undo: .remove("sso-admin delete-permissions-boundary-from-permission-set \(set)"),
            .shutsOut),
        Call(
            .sso, "DeletePermissionsBoundaryFromPermissionSet", permissionSet,
            "lost its boundary", "remove the boundary from",
            change: .fact("permissions boundary", before: "set", now: "none"),
            undo: .byHand(setAgain), .opens),
        Call(
            .sso, "UpdatePermissionSet", permissionSet, "got another session length or description",
            "change the session length or description of",
            change: .settings(["sessionDuration", "relayState", "description"]),
            undo: .byHand(setAgain), .alters),
        Call(
            .sso, "DeletePermissionSet", permissionSet, "was deleted", "delete",
            change: .gone("permission set"),
            undo: .byHand("Create the permission set again, with its policies and assignments"),
            .shutsOut),
        Call(
            .sso, "TagResource", permissionSet, "got a tag", "tag",
            change: .added("tag", "tags.key"),
            undo: .run(
                "sso-admin untag-resource[ --instance-arn {instanceArn}] --resource-arn "
                    + "{resourceArn} --tag-keys {tags.key*}"), .notes),
        Call(
            .sso, "UntagResource", permissionSet, "lost a tag", "remove a tag from",
            change: .removed("tag", "tagKeys"), undo: .byHand(tagAgain), .notes),
    ]

    private static let permissionSet = Target.reach(.named, .permissionSet)

    private static let set =
        "--instance-arn {instanceArn} --permission-set-arn {permissionSetArn}"

    private static let reference =
        "--customer-managed-policy-reference Name={customerManagedPolicyReference.name}"
        + "[,Path={customerManagedPolicyReference.path}]"

    private static let assignment =
        "\(set) --target-id {targetId} --target-type AWS_ACCOUNT "
        + "--principal-type {principalType} --principal-id {principalId}"

    private static let setAgain =
        "Set what was there before: `aws cloudtrail lookup-events` shows who set it, and what"
}
