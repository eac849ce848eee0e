import AWSClient
import Deployment
import Templates
import Text

/// One resource that a stack claims.
struct Claim: Sendable, Hashable {
    /// Its logical id.
    let id: String
    /// `AWS::Events::Rule`, ….
    let type: String
    /// What the service knows it by: a name, an ARN, a URL.
    let physical: String
    /// What the template says of it, without any function; `{}` if it is not in the template.
    let properties: TemplateValue

    /// What people know it by: the last part of an ARN, a URL or `BUS|RULE`.
    var name: String {
        switch type {
        // The id of a subscription says nothing; whom it is for does.
        case "AWS::SNS::Subscription": self["Endpoint"] ?? physical
        case "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::Events::Rule", "AWS::IAM::SAMLProvider",
            "AWS::IAM::ManagedPolicy":
            physical.split { $0 == "|" || $0 == "/" || $0 == ":" }.last.map(String.init) ?? physical
        default: physical
        }
    }

    /// A text of the template.
    subscript(_ property: String) -> String? { properties[property]?.string }

    /// The service knows no such resource.
    var missing: ClaimFault { ClaimFault(id: id, type: type, name: name, .missing) }

    /// It is there, and not as the template says.
    func wrong(_ fact: String, hint: String? = nil) -> ClaimFault {
        ClaimFault(id: id, type: type, name: name, .wrong(fact), hint: hint)
    }
}

/// What a stack claims, and whom to ask for it.
struct ClaimedStack: Sendable {
    let site: Site
    let region: String
    let claims: [Claim]

    /// The claims of one type.
    func of(_ type: String) -> [Claim] { claims.filter { $0.type == type } }

    /// Asks a service for something that may not be there.
    func find<Output: Sendable>(
        _ operation: AWS.Operation<Output>
    ) async throws(AWS.Failure) -> Output? {
        try await site.find(operation, in: region)
    }

    /// Reads a list to its end.
    func all<Item>(
        _ page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async throws(AWS.Failure) -> [Item] {
        try await site.all(in: region, page)
    }

    /// Compares a policy with the template's, by the ids of its statements.
    /// - Parameters:
    ///   - claim: whose property `PolicyDocument` says what it has.
    ///   - text: the policy that is there, as JSON; nil if there is none.
    /// - Returns: what is wrong; nil if it has every statement that the template names.
    func fault(_ claim: Claim, policy text: String?) -> ClaimFault? {
        guard let text else { return claim.missing }
        let wanted = (claim.properties["PolicyDocument"]?["Statement"]?.list ?? [])
            .compactMap { $0["Sid"]?.string }
        let there = Self.statementIDs(of: text)
        let lacking = wanted.filter { !there.contains($0) }
        return lacking.isEmpty ? nil : claim.wrong("lacks " + lacking.joined(separator: ", "))
    }

    /// The ids of a policy's statements.
    static func statementIDs(of text: String) -> Set<String> {
        let statement = JSON(Array(text.utf8))?["Statement"]
        let all = statement?.array ?? [statement].compactMap { $0 }
        return Set(all.compactMap { $0["Sid"]?.string })
    }
}
