import HTTP
import Text

extension DynamoDB.AttributeValue {
    /// As the API writes it: one member, named after the type.
    var json: JSON {
        switch self {
        case .string(let text): ["S": .string(text)]
        case .number(let text): ["N": .string(text)]
        case .bool(let value): ["BOOL": .bool(value)]
        case .null: ["NULL": .bool(true)]
        case .strings(let texts): ["SS": .array(texts.sorted().map(JSON.string))]
        case .list(let values): ["L": .array(values.map(\.json))]
        case .map(let item): ["M": .item(item)]
        }
    }

    /// Reads what the API wrote; nil for a type that is not used here.
    init?(_ json: JSON) {
        guard let members = json.object, members.count == 1, let (type, value) = members.first
        else { return nil }
        switch (type, value) {
        case ("S", .string(let text)): self = .string(text)
        case ("N", .string(let text)): self = .number(text)
        case ("BOOL", .bool(let value)): self = .bool(value)
        case ("NULL", _): self = .null
        case ("SS", .array(let texts)): self = .strings(Set(texts.compactMap(\.string)))
        case ("L", .array(let values)): self = .list(values.compactMap(Self.init))
        case ("M", .object): self = .map(value.item)
        default: return nil
        }
    }
}

extension JSON {
    /// Attributes as the API writes them.
    static func item(_ item: DynamoDB.Item) -> JSON { .object(item.mapValues(\.json)) }

    /// The attributes. An attribute of a type that is not used here becomes `.null`.
    var item: DynamoDB.Item {
        (object ?? [:]).mapValues { DynamoDB.AttributeValue($0) ?? .null }
    }
}

extension DynamoDB {
    /// What all writes have in common.
    static func write(
        table: String, condition: Expression?, update: Expression? = nil,
        _ members: [String: JSON]
    ) -> AWS.Input {
        var request = members
        request["TableName"] = .string(table)
        request["ConditionExpression"] = condition.map { .string($0.text) }
        request["UpdateExpression"] = update.map { .string($0.text) }
        if condition != nil { request["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD" }
        let parts = [update, condition].compactMap { $0 }
        let names = parts.reduce(into: [:]) { $0.merge($1.names) { first, _ in first } }
        let values = parts.reduce(into: [:]) { $0.merge($1.values) { first, _ in first } }
        if !names.isEmpty {
            request["ExpressionAttributeNames"] = .object(names.mapValues(JSON.string))
        }
        if !values.isEmpty { request["ExpressionAttributeValues"] = .item(values) }
        return .json(.object(request))
    }

    /// Reads the answer to a write: an object, which may be empty. Anything else is unreadable.
    @Sendable static func written(_ answer: AWS.Answer) throws(AWS.Unreadable) -> WriteResult {
        _ = try answer.json()
        return .written
    }

    /// Whether the error reports an unmet condition, and the item that did not meet it.
    static func failedCondition(_ error: AWS.ServiceError, _ answer: AWS.Answer) -> Item?? {
        guard error.code == "ConditionalCheckFailedException" else { return nil }
        return .some(JSON(answer.response.body)?["Item"]?.item)
    }
}
