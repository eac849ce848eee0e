import AWSClient
import System
import Text

extension Probe {
    /// The operations that bring code to functions and read it back: what each answers, as Swift
    /// prints it; nil for any other operation.
    func code(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(20))))")
        }
        let (bucket, key, owner) = (self["bucket"], self["key"], self["owner"])
        return switch operation {
        case "headObject":
            try shown(S3.headObject(bucket: bucket, key: key, owner: owner))
        case "getObject":
            try shown(
                S3.getObject(
                    bucket: bucket, key: key, version: parameters["version"],
                    range: (Int(self["from"]) ?? 0)...(Int(self["to"]) ?? 9), owner: owner))
        case "putVersion":
            try shown(
                S3.putObject(
                    bucket: bucket, key: key, body: Array(self["body"].utf8),
                    sha256: self["sha256"], owner: owner))
        case "getBucketPolicy": try shown(S3.getBucketPolicy(bucket: bucket, owner: owner))
        case "updateFunctionCode":
            try shown(
                Lambda.updateFunctionCode(
                    self["name"],
                    Lambda.CodeSource(
                        bucket: bucket, key: key, version: parameters["version"],
                        architecture: "arm64")))
        case "listStackResources":
            try shown(
                CloudFormation.listStackResources(
                    stack: self["name"], token: parameters["token"]))
        default: nil
        }
    }
}
