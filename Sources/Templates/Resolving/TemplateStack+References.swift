import Partitions

extension TemplateStack {
    /// What `Ref` gives.
    func reference(_ name: String) throws(ResolutionError) -> TemplateValue {
        switch name {
        case "AWS::AccountId": return .text(place.account)
        case "AWS::Region": return .text(place.region)
        case "AWS::Partition": return .text(place.partition)
        case "AWS::StackName": return .text(self.name)
        case "AWS::URLSuffix":
            return .text((Partition.named(place.partition) ?? .standard).dnsSuffix)
        default: break
        }
        if let parameter = parameters[name] { return parameter }
        let (kind, physical) = try resource(name)
        return .text(kind.isReferencedByARN ? arn(of: kind, physical) : physical)
    }

    /// What `GetAtt` gives for `[RESOURCE, ATTRIBUTE]`: an ARN or a name where it follows from the
    /// template, else `${RESOURCE.ATTRIBUTE}`.
    func attribute(_ operand: TemplateValue) throws(ResolutionError) -> String {
        guard let parts = operand.list?.compactMap(\.string), parts.count == 2 else {
            throw .malformed("Fn::GetAtt")
        }
        let (kind, physical) = try resource(parts[0])
        switch parts[1] {
        case "Arn" where kind.arn != nil: return arn(of: kind, physical)
        case "QueueName", "TopicName", "Name": return physical
        default: return "${\(parts[0]).\(parts[1])\(replaced.contains(parts[0]) ? " anew" : "")}"
        }
    }

    private func resource(_ id: String) throws(ResolutionError) -> (ResourceForm, String) {
        guard let resource = template["Resources"]?[id], let type = resource["Type"]?.string else {
            throw .unknownReference(id)
        }
        let kind = ResourceForm.all[type] ?? ResourceForm()
        let isReplaced = replaced.contains(id)
        // The id of a key or of a mapping has 36 characters.
        if ["AWS::KMS::Key", "AWS::Lambda::EventSourceMapping"].contains(type) {
            return (kind, "\(isReplaced ? "1" : "0")0000000-0000-0000-0000-000000000000")
        }
        let given = kind.namedBy.flatMap { resource["Properties"]?[$0] }
        // A name that CloudFormation makes.
        let name = try given.flatMap { value throws(ResolutionError) in try resolve(value)?.string }
        return (kind, name ?? "\(self.name)-\(id)-\(isReplaced ? "F6E5D4C3B2A1" : "1A2B3C4D5E6F")")
    }

    private func arn(of kind: ResourceForm, _ name: String) -> String {
        guard let form = kind.arn, let colon = form.firstIndex(of: ":") else { return name }
        let service = form[..<colon]
        let isGlobal = ["iam", "s3"].contains(service)
        return [
            "arn", place.partition, String(service), isGlobal ? "" : place.region,
            service == "s3" ? "" : place.account, form[form.index(after: colon)...] + name,
        ].joined(separator: ":")
    }
}

/// How resources of one type are named, and what their ARNs look like.
private struct ResourceForm: Sendable {
    /// The property that names it.
    var namedBy: String?
    /// Service and what precedes the name in the ARN, e.g. `dynamodb:table/`; nil where it is not
    /// known.
    var arn: String?
    /// Whether `Ref` gives the ARN, not the name.
    var isReferencedByARN = false

    static let all: [String: ResourceForm] = [
        "AWS::DynamoDB::Table": ResourceForm(namedBy: "TableName", arn: "dynamodb:table/"),
        "AWS::Events::EventBus": ResourceForm(namedBy: "Name", arn: "events:event-bus/"),
        "AWS::IAM::Role": ResourceForm(namedBy: "RoleName", arn: "iam:role/"),
        "AWS::IAM::User": ResourceForm(namedBy: "UserName", arn: "iam:user/"),
        "AWS::KMS::Key": ResourceForm(arn: "kms:key/"),
        "AWS::Lambda::Function": ResourceForm(namedBy: "FunctionName", arn: "lambda:function:"),
        "AWS::S3::Bucket": ResourceForm(namedBy: "BucketName", arn: "s3:"),
        "AWS::SNS::Topic": ResourceForm(
            namedBy: "TopicName", arn: "sns:", isReferencedByARN: true),
        "AWS::SQS::Queue": ResourceForm(namedBy: "QueueName", arn: "sqs:"),
    ]
}
