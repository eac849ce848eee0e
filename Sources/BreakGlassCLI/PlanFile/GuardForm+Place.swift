import AccessPlan
import Partitions
import Text

extension GuardForm {
    var accountObjection: Objection? {
        let isBucket = watched.type == .s3Bucket || !Self.kindsInRegion.contains(kind)
        if arn.service == "s3", isBucket {
            guard !(arn.account + arn.region).isEmpty else { return nil }
            return (
                ": the ARN of a bucket has neither Region nor account",
                "write \"\(rewritten(region: "", account: ""))\""
            )
        }
        let hint = "write the account, e.g. \"\(rewritten(account: "111122223333"))\", or * for any"
        if arn.account.isEmpty {
            return isKnownKind ? (": its account is missing", hint) : nil
        }
        if arn.account == "aws" {
            return (": it belongs to AWS, and nobody else changes it", "remove it")
        }
        let characters = arn.account.utf8
        let digits = characters.filter { (0x30...0x39).contains($0) }.count
        let marks = characters.filter { $0 == UInt8(ascii: "?") }.count
        let stars = characters.filter { $0 == UInt8(ascii: "*") }.count
        // Documentation has accounts of other lengths, and records that name them.
        let fits = stars == 0 ? marks == 0 || digits + marks == 12 : digits + marks <= 12
        guard digits + marks + stars == characters.count, fits else {
            return (": \"\(arn.account)\" is not an account id", hint)
        }
        return nil
    }

    var regionObjection: Objection? {
        switch arn.service {
        case "s3" where watched.type == .s3Bucket, "iam", "organizations":
            guard !arn.region.isEmpty else { return nil }
            return (
                ": an ARN of \(arn.service) has no Region", "write \"\(rewritten(region: ""))\""
            )
        default:
            if arn.region.isEmpty {
                guard isKnownKind else { return nil }
                return (
                    ": its Region is missing",
                    "write the Region, e.g. \"\(rewritten(region: "eu-west-1"))\", or * for any"
                )
            }
            guard arn.region.wholeMatch(of: /[a-z0-9\-*?]+/) != nil else {
                return (
                    ": \"\(arn.region)\" is not a Region's code",
                    "write it like \"\(rewritten(region: "eu-west-1"))\""
                )
            }
            return foreignRegionObjection
        }
    }

    /// A Region that was mistyped, or that is in another partition.
    private var foreignRegionObjection: Objection? {
        guard arn.region.wholeMatch(of: RegionSpelling.code) != nil else { return nil }
        if let meant = RegionSpelling.meant(by: arn.region) {
            return (
                ": \"\(arn.region)\" is not a Region", "write \"\(rewritten(region: meant))\""
            )
        }
        let other = Partition(region: arn.region).name
        guard Partition.allRegions.contains(arn.region), other != partition else { return nil }
        return (
            ": Region \(arn.region) is in partition \(other), and the plan is in \(partition)",
            "write a Region of the plan's partition"
        )
    }

    /// What S3 has besides buckets.
    private static let kindsInRegion = [
        "accesspoint", "job", "storage-lens", "storage-lens-group", "access-grants",
    ]

    /// Whether its service is one whose ARNs are known here.
    var isKnownKind: Bool {
        Self.kinds[arn.service] != nil || ["sns", "sqs"].contains(arn.service)
    }
}
