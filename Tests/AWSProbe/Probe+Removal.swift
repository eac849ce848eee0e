import AWSClient
import System
import Text

extension Probe {
    /// The operations that take things down; nil for any other operation.
    func remove(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let (name, id, user) = (self["name"], self["id"], self["user"])
        return switch operation {
        case "deactivateMFADevice": try shown(IAM.deactivateMFADevice(id, of: user))
        case "deleteVirtualMFADevice": try shown(IAM.deleteVirtualMFADevice(id))
        case "deleteLoginProfile": try shown(IAM.deleteLoginProfile(user))
        case "deleteAccessKey": try shown(IAM.deleteAccessKey(id, of: user))
        case "deleteSigningCertificate": try shown(IAM.deleteSigningCertificate(id, of: user))
        case "deleteSSHPublicKey": try shown(IAM.deleteSSHPublicKey(id, of: user))
        case "deleteServiceSpecificCredential":
            try shown(IAM.deleteServiceSpecificCredential(id, of: user))
        case "listPolicyARNs": try shown(IAM.listPolicyARNs())
        case "listPolicyVersions": try shown(IAM.listPolicyVersions(arn: name))
        case "deletePolicyVersion": try shown(IAM.deletePolicyVersion(arn: name, id: id))
        case "deletePolicy": try shown(IAM.deletePolicy(arn: name))
        case "listKeys": try shown(KMS.listKeys())
        case "deletionDate": try shown(KMS.describeKey(keyID: name))
        case "deleteArchive": try shown(EventBridge.deleteArchive(name))
        case "deleteEventBus": try shown(EventBridge.deleteEventBus(name))
        case "deleteLogGroup": try shown(CloudWatchLogs.deleteLogGroup(name))
        case "listObjectVersions":
            try shown(S3.listObjectVersions(bucket: name, owner: self["owner"]))
        case "deleteObjects": try deleteObjects(client)
        case "deleteBucket": try shown(S3.deleteBucket(name, owner: self["owner"]))
        default: nil
        }
    }

    /// Deletes everything that the list shows.
    private func deleteObjects(_ client: AWS.Client) throws -> JSON {
        let deadline = client.world.deadline(after: .seconds(20))
        let (bucket, owner) = (self["name"], self["owner"])
        let versions = try client.send(
            S3.listObjectVersions(bucket: bucket, owner: owner), before: deadline)
        let left = try client.send(
            S3.deleteObjects(bucket: bucket, versions ?? [], owner: owner), before: deadline)
        return .string("\(left)")
    }
}
