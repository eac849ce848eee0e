import AccessPlan
import Text

extension Alert {
    /// The role's name, if it needs no quoting in a command line and a URL.
    var safeRoleName: String? {
        let name = role.name ?? role.arn?.afterLast(UInt8(ascii: "/"))
        return name.flatMap { Alert.isSafeName($0) ? $0 : nil }
    }

    /// The IAM user's name, if it needs no quoting in a command line and a URL: the user who acted,
    /// or who was changed.
    var safeUserName: String? {
        let name =
            resource.type == .iamUser
            ? resourceName : principal.type == "IAMUser" ? principal.name ?? person.name : nil
        return name.flatMap { Alert.isSafeName($0) ? $0 : nil }
    }

    /// Whether text has only characters that IAM allows in names and a shell does not interpret.
    static func isSafeName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 128 && name.utf8.first != UInt8(ascii: "-")
            && name.consists(of: .names)
    }

    /// Whether text is an ARN or a name that a shell does not interpret.
    static func isSafeARN(_ arn: String) -> Bool {
        !arn.isEmpty && arn.utf8.count <= 300 && arn.utf8.first != UInt8(ascii: "-")
            && arn.consists(of: .arns)
    }

    /// Denies everything to the role's existing sessions. New sessions are not affected.
    func revokeCommand(_ name: String) -> String {
        #"aws iam put-role-policy --role-name \#(name) --policy-name AWSRevokeOlderSessions "#
            + #"--policy-document '{"Version":"2012-10-17","Statement":{"Effect":"Deny","#
            + #""Action":"*","Resource":"*","Condition":{"DateLessThan":"#
            + #"{"aws:TokenIssueTime":"'$(date -u +%FT%TZ)'"}}}}'"#
    }

    /// Denies everything to the user, in existing sessions as well.
    func lockCommand(_ name: String) -> String {
        "aws iam attach-user-policy --user-name \(name) "
            + "--policy-arn arn:\(partition):iam::aws:policy/AWSDenyAll"
    }

    /// The command that reverts this act, if a single command can.
    var repairCommand: String? {
        guard let arn = resource.arn, Alert.isSafeARN(arn), let name = resourceName,
            Alert.isSafeName(name)
        else { return nil }
        let place = awsRegion.flatMap { $0.utf8.allSatisfy(Link.isRegionByte) ? $0 : nil }
        let region = place.map { " --region \($0)" } ?? ""
        switch EventName.withoutVersion(eventName ?? "") {
        case "StopLogging": return "aws cloudtrail start-logging --name \(arn)\(region)"
        case "DisableKey": return "aws kms enable-key --key-id \(arn)\(region)"
        case "ScheduleKeyDeletion":
            return "aws kms cancel-key-deletion --key-id \(arn)\(region) && "
                + "aws kms enable-key --key-id \(arn)\(region)"
        case "DisableAlarmActions":
            return "aws cloudwatch enable-alarm-actions --alarm-names \(name)\(region)"
        case "PutFunctionConcurrency":
            return "aws lambda delete-function-concurrency --function-name \(arn)\(region)"
        case "CreateLoginProfile", "UpdateLoginProfile":
            return "aws iam delete-login-profile --user-name \(name)"
        case "CreateAccessKey":
            if let key = session.issuedAccessKeyID, Alert.isSafeName(key) {
                return "aws iam delete-access-key --user-name \(name) --access-key-id \(key)"
            }
            return "aws iam list-access-keys --user-name \(name)"
        default: return nil
        }
    }
}
