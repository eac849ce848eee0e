import AWSClient
import System
import Text

extension Probe {
    /// The operations that read access: IAM, Organizations, CloudTrail. What each answers,
    /// as Swift prints it; nil for any other operation.
    func readAccess(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let (name, policy, marker) = (self["name"], self["policy"], parameters["marker"])
        return switch operation {
        case "getRole": try shown(IAM.getRole(name))
        case "listRoleNames": try shown(IAM.listRoleNames(marker: marker))
        case "listRolePolicies": try shown(IAM.listRolePolicies(name, marker: marker))
        case "getRolePolicy": try shown(IAM.getRolePolicy(role: name, policy: policy))
        case "listAttachedRolePolicies":
            try shown(IAM.listAttachedRolePolicies(name, marker: marker))
        case "getPolicyVersion":
            try shown(
                IAM.getPolicyVersion(
                    arn: name,
                    version: client.send(
                        IAM.getPolicyVersionInForce(arn: name),
                        before: client.world.deadline(after: .seconds(20)))))
        case "simulatePrincipalPolicy":
            try shown(
                IAM.simulatePrincipalPolicy(
                    arn: name, actions: ["sts:AssumeRole"], resources: [self["resource"]],
                    context: ["aws:PrincipalArn": name, "aws:RequestedRegion": "eu-west-1"],
                    marker: marker))
        case "getUser": try shown(IAM.getUser(name))
        case "getLoginProfile": try shown(IAM.getLoginProfile(name))
        case "listMFADevices": try shown(IAM.listMFADevices(name))
        case "listGroupsForUser": try shown(IAM.listGroupsForUser(name))
        case "listUserPolicies": try shown(IAM.listUserPolicies(name))
        case "getUserPolicy": try shown(IAM.getUserPolicy(user: name, policy: policy))
        case "listAttachedUserPolicies": try shown(IAM.listAttachedUserPolicies(name))
        case "listAccessKeys": try shown(IAM.listAccessKeys(name))
        case "listSigningCertificates": try shown(IAM.listSigningCertificates(name))
        case "listSSHPublicKeys": try shown(IAM.listSSHPublicKeys(name))
        case "listServiceSpecificCredentials":
            try shown(IAM.listServiceSpecificCredentials(name))
        default: try readAccount(operation, client)
        }
    }

    private func readAccount(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let (name, token) = (self["name"], parameters["token"])
        return switch operation {
        case "getSAMLProvider": try shown(IAM.getSAMLProvider(arn: name))
        case "getAccountSummary": try shown(IAM.getAccountSummary())
        case "getAccountPasswordPolicy": try shown(IAM.getAccountPasswordPolicy())
        case "generateCredentialReport": try shown(IAM.generateCredentialReport())
        case "getCredentialReport": try shown(IAM.getCredentialReport())
        case "listOrganizationsFeatures": try shown(IAM.listOrganizationsFeatures())
        case "listAccounts": try shown(Organizations.listAccounts(token: token))
        case "listResourceControlPolicies":
            try shown(Organizations.listResourceControlPolicies(token: token))
        case "listServiceControlPolicies":
            try shown(Organizations.listServiceControlPolicies(token: token))
        case "listRoots": try shown(Organizations.listRoots(token: token))
        case "describePolicy": try shown(Organizations.describePolicy(id: name))
        case "listTargetsForPolicy": try shown(Organizations.listTargetsForPolicy(id: name))
        case "listChildren":
            try shown(Organizations.listChildren(of: name, type: self["type"], token: token))
        case "describeTrails": try shown(CloudTrail.describeTrails())
        case "getTrailStatus": try shown(CloudTrail.getTrailStatus(arn: name))
        case "managementEvents": try shown(CloudTrail.managementEvents(arn: name))
        case "lookupEvents":
            try shown(CloudTrail.lookupEvents(.userName(name), since: 1_700_000_000, token: token))
        default: nil
        }
    }
}
