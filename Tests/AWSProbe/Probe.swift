import AWSClient
import HTTPTypes
import System
import Text
import Time

/// The operations, with their parameters by name.
struct Probe {
    let world: World
    let parameters: [String: String]

    struct Unknown: Error {}

    subscript(name: String) -> String { parameters[name] ?? "" }

    func run(_ operation: String) throws -> JSON {
        if operation == "get" { return try get() }
        if operation == "getInParallel" { return getInParallel() }
        if operation == "whoAmIRepeatedly" { return try whoAmIRepeatedly() }
        if operation == "endpoints" { return try endpoints() }
        let client =
            parameters["cli"] == nil
            ? try AWS.Client(world: world)
            : try AWS.Client.forProfile(parameters["profile"], in: world)
        let time = Duration.milliseconds(Int(self["deadline"]) ?? 20_000)
        func send<Output>(_ operation: AWS.Operation<Output>) throws -> Output {
            try client.send(operation, before: world.deadline(after: time))
        }
        switch operation {
        case "publish":
            return .string(try send(publish))
        case "describeKey":
            let key = try send(KMS.describeKey(keyID: self["key"]))
            return ["arn": .string(key.arn), "state": .string(key.state)]
        case "sign":
            let signature = try send(
                KMS.sign(
                    keyID: self["key"], message: Array(self["message"].utf8),
                    algorithm: self["algorithm"]))
            return .array(signature.map { .number(String($0)) })
        case "getCallerIdentity":
            let identity = try send(STS.getCallerIdentity())
            return ["account": .string(identity.account), "arn": .string(identity.arn)]
        case "assumeRole":
            let session = try send(
                STS.assumeRole(
                    roleARN: self["role"], sessionName: self["session"],
                    externalID: parameters["externalID"], duration: 900,
                    sourceIdentity: parameters["sourceIdentity"]))
            return [
                "arn": .string(session.assumedRoleARN), "printed": .string("\(session)"),
                "seconds": .number("\(session.credentials.expiration?.secondsSince1970 ?? 0)"),
            ]
        case "putEvents":
            let entry = EventBridge.Entry(
                bus: parameters["bus"], source: self["source"], detailType: "probe",
                detail: (["text": .string(self["text"])] as JSON).text,
                resources: ["arn:aws:sns:::x"])
            return .string("\(try send(EventBridge.putEvents([entry, entry])))")
        case "getItem":
            let item = try send(
                DynamoDB.getItem(
                    table: self["table"], key: ["id": .string(self["id"])], consistent: true))
            return .string(item.map { "\($0["text"]?.string ?? "no text")" } ?? "none")
        case "putItem":
            return .string("\(try send(putItem))")
        case "updateItem":
            return .string("\(try send(updateItem))")
        case "deleteItem":
            return .string(
                "\(try send(DynamoDB.deleteItem(table: self["table"], key: ["id": .string(self["id"])])))"
            )
        default:
            let result =
                try readHub(operation, client) ?? readAccess(operation, client) ?? changePeople(
                    operation, client) ?? listen(operation, client) ?? remove(operation, client)
                ?? changeTrails(operation, client) ?? code(operation, client) ?? claims(
                    operation, client) ?? askBefore(operation, client)
                ?? makeContact(operation, client)
            guard let result = try result ?? redeliver(operation, client) else { throw Unknown() }
            return result
        }
    }

    private var publish: AWS.Operation<String> {
        var attributes: [String: SNS.Attribute] = [:]
        if let text = parameters["attribute"] {
            attributes = [
                "text": .string(text), "n": .number("-1.5"), "list": .strings([text, "b"]),
            ]
        }
        return SNS.publish(
            topicARN: self["topic"], message: self["message"], subject: parameters["subject"],
            perProtocol: parameters["perProtocol"] != nil, attributes: attributes)
    }

    private var putItem: AWS.Operation<DynamoDB.WriteResult> {
        DynamoDB.putItem(
            table: self["table"],
            item: [
                "id": .string(self["id"]), "text": .string(self["text"]), "n": .number(-7),
                "b": .bool(true), "z": .null, "s": .strings(["x", "y"]),
                "l": .list([.number(1), .string("")]), "m": .map(["k": .string("v")]),
            ],
            condition: .init("attribute_not_exists(#id)", names: ["#id": "id"]))
    }

    private var updateItem: AWS.Operation<DynamoDB.UpdateResult> {
        DynamoDB.updateItem(
            table: self["table"], key: ["id": .string(self["id"])],
            update: .init(
                "SET #t = :new", names: ["#t": "text"], values: [":new": .string(self["text"])]),
            condition: .init("#t = :old", values: [":old": .string(self["old"])]))
    }

    /// The endpoint of each service in each of the Regions, which are separated by commas.
    private func endpoints() throws -> JSON {
        let endpoints = AWS.Endpoints(environment: world.environment)
        // One operation of each, since a service's own name is not public.
        let services = [
            "account": Account.listRegions().service,
            "cloudformation": CloudFormation.listStacks().service,
            "cloudtrail": CloudTrail.describeTrails().service,
            "cloudwatch": CloudWatch.describeAlarms(prefix: "").service,
            "dynamodb": DynamoDB.getItem(table: "", key: [:]).service,
            "events": EventBridge.putEvents([]).service,
            "iam": IAM.getAccountSummary().service,
            "identitystore": IdentityStore.listGroups(store: "").service,
            "kms": KMS.describeKey(keyID: "").service,
            "lambda": Lambda.getPolicy("").service,
            "logs": CloudWatchLogs.describeLogGroups(prefix: "").service,
            "organizations": Organizations.listAccounts().service,
            "secretsmanager": SecretsManager.getSecretValue(secretID: "").service,
            "service-quotas": ServiceQuotas.getServiceQuota(.init(service: "", code: "")).service,
            "sns": SNS.publish(topicARN: "", message: "").service,
            "sqs": SQS.getQueueAttributes(url: "", names: []).service,
            "sso-admin": SSOAdmin.describeApplication(arn: "").service,
            "sts": STS.getCallerIdentity().service,
        ]
        var found: [String: JSON] = [:]
        for region in self["regions"].split(separator: ",") {
            for (name, service) in services {
                found["\(name) \(region)"] = .string(
                    try endpoints.url(of: service, region: String(region)))
            }
        }
        return .object(found)
    }
}
