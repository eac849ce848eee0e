import AccessPlan
import Text

/// Who acted, as CloudTrail writes it (`userIdentity`); any part may be missing.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element".
struct UserIdentity: Sendable {
    var type: String?
    var principalID: String?
    var arn: String?

    /// The parts of the ARN where it is a role session's: read once, since much follows from them.
    private(set) var session: AssumedRoleARN?

    var accountID: String?
    var accessKeyID: String?
    var userName: String?
    var identityProvider: String?
    var invokedBy: String?
    var issuerARN: String?
    var issuerName: String?
    var issuerType: String?
    var mfaAuthenticated: Bool?
    var creationDate: String?
    var sourceIdentity: String?
    var identityCenterUserID: String?
    var signInSessionARN: String?

    /// The account of a product provider, to which somebody lent the rights that were used.
    var delegateAccountID: String?

    /// A session of `sts:AssumeRoot`.
    var isAssumedRoot = false

    /// The function, instance or other resource whose role was used.
    var scopeARN: String?

    /// The role was delivered to an EC2 instance, by this version of its metadata service.
    var ec2RoleDelivery: String?

    /// Who issued the web identity of the session, e.g. GitHub.
    var webIdentityProvider: String?

    /// It was there, but as something else than an object or null.
    var malformed = false

    /// CloudTrail's word for a user name that it does not show: a password may have been typed there.
    static let hidden = "HIDDEN_DUE_TO_SECURITY_REASONS"

    init() {}

    init(_ scanner: inout JSONScanner) {
        malformed = scanner.next != UInt8(ascii: "{") && scanner.next != UInt8(ascii: "n")
        scanner.object { scanner, key in
            switch key {
            case "type": type = scanner.text()
            case "principalId": principalID = scanner.text()
            case "arn": arn = scanner.text()
            case "accountId": accountID = scanner.text()
            case "accessKeyId": accessKeyID = scanner.text().flatMap { $0.isEmpty ? nil : $0 }
            case "userName": userName = scanner.text()
            case "identityProvider": identityProvider = scanner.text()
            case "invokedBy": invokedBy = scanner.text()
            case "signInSessionArn": signInSessionARN = scanner.text()
            case "sessionContext": readSession(&scanner)
            case "onBehalfOf":
                scanner.object { scanner, key in
                    if case "userId" = key { identityCenterUserID = scanner.text() }
                }
            case "invokedByDelegate":
                scanner.object { scanner, key in
                    if case "accountId" = key { delegateAccountID = scanner.text() }
                }
            case "inScopeOf": readScope(&scanner)
            default: break
            }
        }
        session = arn.flatMap(AssumedRoleARN.init)
    }

    private mutating func readSession(_ scanner: inout JSONScanner) {
        scanner.object { scanner, key in
            switch key {
            case "attributes":
                scanner.object { scanner, key in
                    switch key {
                    case "mfaAuthenticated": mfaAuthenticated = scanner.flag()
                    case "creationDate": creationDate = scanner.text()
                    default: break
                    }
                }
            case "sessionIssuer":
                scanner.object { scanner, key in
                    switch key {
                    case "arn": issuerARN = scanner.text()
                    case "userName": issuerName = scanner.text()
                    case "type": issuerType = scanner.text()
                    default: break
                    }
                }
            case "sourceIdentity": sourceIdentity = scanner.text()
            case "signInSessionArn": signInSessionARN = scanner.text()
            case "assumedRoot": isAssumedRoot = scanner.flag() ?? false
            case "ec2RoleDelivery": ec2RoleDelivery = scanner.text()
            case "inScopeOf": readScope(&scanner)
            case "webIdFederationData":
                scanner.object { scanner, key in
                    if case "federatedProvider" = key { webIdentityProvider = scanner.text() }
                }
            default: break
            }
        }
    }

    private mutating func readScope(_ scanner: inout JSONScanner) {
        scanner.object { scanner, key in
            switch key {
            case "sourceArn": scopeARN = scanner.text() ?? scopeARN
            case "credentialsIssuedTo": scopeARN = scopeARN ?? scanner.text()
            default: break
            }
        }
    }
}

extension UserIdentity {
    /// The root user: by its type, never by a name (an IAM user may be called "root").
    var isRoot: Bool {
        type == "Root" || type == nil && arn.flatMap { try? ARN($0) }?.resource == "root"
    }

    /// A session of a role.
    var isRoleSession: Bool {
        type == "AssumedRole" || type == nil && session != nil
    }

    /// The account of the identity, also where only its ARN says.
    var account: String? { accountID ?? arn.flatMap { try? ARN($0) }?.account }

    /// An IAM user's name, also where only the ARN says; not the one that CloudTrail hides.
    var iamUserName: String? {
        guard type == "IAMUser" || type == nil else { return nil }
        if let shownUserName { return shownUserName }
        guard let arn = arn.flatMap({ try? ARN($0) }), arn.service == "iam",
            arn.resource.hasPrefix("user/")
        else { return nil }
        return arn.lastPathComponent
    }

    /// The user name, unless CloudTrail hides it.
    var shownUserName: String? {
        userName == Self.hidden || userName?.isEmpty ?? true ? nil : userName
    }

    /// What the identity is called: the user's name, or the role's for a session.
    var name: String? {
        switch type {
        case "AssumedRole": issuerName ?? session?.roleName
        case "FederatedUser": issuerName ?? userOfIssuer ?? userName
        case "AWSService": invokedBy
        case "Root", "AWSAccount": nil
        case "IAMUser": iamUserName
        default: shownUserName
        }
    }

    /// The IAM user behind a federation token, by ARN.
    private var userOfIssuer: String? {
        guard let arn = issuerARN.flatMap({ try? ARN($0) }), arn.resource.hasPrefix("user/") else {
            return nil
        }
        return arn.lastPathComponent
    }

    /// The name of a role session or of a federated user. The caller who requested it chose it.
    var sessionName: String? {
        if let name = session?.sessionName { return name }
        guard type == "FederatedUser" || isRoleSession else { return nil }
        if let arn, let arn = try? ARN(arn), arn.resource.hasPrefix("federated-user/") {
            return String(arn.resource.dropFirst("federated-user/".count))
        }
        return principalID.flatMap { id in
            id.firstIndex(of: ":").map { String(id[id.index(after: $0)...]) }
        }
    }
}
