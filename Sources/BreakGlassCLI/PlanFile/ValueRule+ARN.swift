import AccessPlan
import Partitions
import Yams

extension ValueRule {
    /// An ARN of any service.
    static let arn = ValueRule { scalar in
        do throws(PlanError) {
            _ = try ARN(scalar.string)
            return nil
        } catch {
            guard case .malformedARN(let text, let fact) = error else { return nil }
            return (
                "is \"\(text)\", not an ARN: \(fact)",
                "write arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE, "
                    + "e.g. arn:aws:iam::111122223333:role/Name"
            )
        }
    }

    /// The ARN of one resource of a service.
    static func arn(of service: String, _ kind: String = "") -> ValueRule {
        ValueRule { scalar in
            if let objection = arn.objection(scalar) { return objection }
            guard let arn = try? ARN(scalar.string), arn.service == service,
                !arn.region.isEmpty, arn.account.wholeMatch(of: /[0-9]{12}/) != nil,
                arn.resource.hasPrefix(kind), arn.resource.utf8.count > kind.utf8.count,
                !arn.text.utf8.contains(UInt8(ascii: "*"))
            else {
                return (
                    "is \"\(scalar.string)\", not the ARN that \(service) delivers to",
                    "write it like arn:aws:\(service):eu-west-1:123456789012:\(kind)name"
                )
            }
            return nil
        }
    }

    /// The ARN of a role or user of one account, as trust policies compare it with
    /// `aws:PrincipalArn`: a role, never a session of it.
    static let auditor = ValueRule { scalar in
        if let objection = arn.objection(scalar) { return objection }
        let text = scalar.string
        if text.wholeMatch(
            of: /arn:[a-z\-]+:iam::[0-9]{12}:(role|user)\/[A-Za-z0-9_+=,.@\/*?\-]+/) != nil
        {
            return openIdentity(text)
        }
        return (
            "is \"\(text)\", not the ARN of a role or user of one account",
            "write it like arn:aws:iam::111122223333:role/Auditor, or "
                + "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*/"
                + "AWSReservedSSO_NAME_* for a permission set"
        )
    }

    /// The ARN of a role or user whom the guardrail does not stop; `*` stands for any account, and in
    /// the name.
    static let administrator = ValueRule { scalar in
        if let objection = arn.objection(scalar) { return objection }
        let text = scalar.string
        if text.wholeMatch(
            of: /arn:[a-z\-]+:iam::([0-9]{12}|\*):(role|user)\/[A-Za-z0-9_+=,.@\/*\-]+/) != nil
        {
            return openIdentity(text)
        }
        let session = AssumedRoleARN(text)
        let role = session?.roleName ?? "Rollout"
        return (
            "is \"\(text)\", not the ARN of a role or user",
            "write it like arn:aws:iam::\(session?.account ?? "111122223333"):role/\(role)"
        )
    }

    /// What is wrong with the ARN of a role or user that everybody could have, or nobody.
    private static func openIdentity(_ text: String) -> Objection? {
        let name = text.split(separator: "/").last.map(String.init) ?? ""
        if text.hasSuffix("/") || name.utf8.allSatisfy({ "*?".utf8.contains($0) }) {
            return (
                "is \"\(text)\": it stands for every role or user there",
                "write how the name begins or ends"
            )
        }
        guard name.utf8.count > 64 else { return nil }
        return (
            "is \"\(text)\": nothing can have a name of \(name.utf8.count) characters",
            "IAM allows up to 64 characters in the name of a role or user"
        )
    }

    /// The ARN of a trail.
    static func trail(in partition: String) -> ValueRule {
        ValueRule { scalar in
            let name = /[A-Za-z0-9][A-Za-z0-9._\-]{1,126}[A-Za-z0-9]/
            guard let arn = try? ARN(scalar.string), arn.service == "cloudtrail",
                arn.region.wholeMatch(of: RegionSpelling.code) != nil,
                arn.account.wholeMatch(of: /[0-9]{12}/) != nil,
                arn.resource.hasPrefix("trail/"),
                arn.resource.dropFirst(6).wholeMatch(of: name) != nil
            else {
                return (
                    "is \"\(scalar.string)\", not the ARN of a trail",
                    "write it like arn:\(partition):cloudtrail:eu-west-1:111122223333:trail/name"
                )
            }
            guard arn.partition == partition else {
                return (
                    "is in partition \(arn.partition), and the plan's Regions are in \(partition)",
                    "name a trail of the plan's organization"
                )
            }
            if let meant = RegionSpelling.meant(by: arn.region) {
                return (
                    "names \"\(arn.region)\", not a Region", "did you mean \"\(meant)\"?"
                )
            }
            let other = Partition(region: arn.region).name
            guard other == partition || !Partition.allRegions.contains(arn.region) else {
                return (
                    "names \(arn.region), a Region of partition \(other), and the plan is in "
                        + partition, "write the trail's home Region"
                )
            }
            return nil
        }
    }
}
