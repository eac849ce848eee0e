import AWSClient
import AccessPlan
import Deployment

extension ClaimedStack {
    /// Tables and their states.
    func tables() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for table in of("AWS::DynamoDB::Table") {
            switch try await find(DynamoDB.describeTable(table.physical)) {
            case nil, "DELETING": faults.append(table.missing)
            case "ACTIVE", "UPDATING", "CREATING": break
            case let status?: faults.append(table.wrong("is \(status)"))
            }
        }
        return faults
    }

    /// Keys and their aliases.
    func keys() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        let keys = of("AWS::KMS::Key")
        for key in keys {
            let state = try await find(KMS.describeKey(keyID: key.physical))?.state
            switch state {
            case nil: faults.append(key.missing)
            case "Enabled", "Creating", "Updating": break
            case "PendingDeletion":
                faults.append(
                    key.wrong(
                        "is going to be deleted",
                        hint:
                            "aws kms cancel-key-deletion --region \(region) --key-id \(key.physical)"
                            + " && aws kms enable-key --region \(region) --key-id \(key.physical)"))
            case let state?:
                faults.append(
                    key.wrong(
                        "is \(state)",
                        hint: "aws kms enable-key --region \(region) --key-id \(key.physical)"))
            }
        }
        for alias in of("AWS::KMS::Alias") {
            guard let target = try await find(KMS.describeKey(keyID: alias.physical)) else {
                faults.append(alias.missing)
                continue
            }
            if !keys.isEmpty, !keys.contains(where: { target.arn.hasSuffix($0.physical) }) {
                faults.append(alias.wrong("refers to another key: \(target.arn)"))
            }
        }
        return faults
    }

    /// Log groups, in one list.
    func logGroups() async throws(AWS.Failure) -> [ClaimFault] {
        let groups = of("AWS::Logs::LogGroup")
        let common = "/aws/lambda/" + AlertPathNames.prefix
        let isOurs = groups.allSatisfy { $0.physical.hasPrefix(common) }
        var there: Set<String> = []
        for prefix in isOurs ? [common] : groups.map(\.physical) {
            there.formUnion(
                try await all { CloudWatchLogs.describeLogGroups(prefix: prefix, token: $0) })
        }
        return groups.filter { !there.contains($0.physical) }.map(\.missing)
    }

    /// Buckets and their policies: one call for each bucket.
    func buckets() async throws(AWS.Failure) -> [ClaimFault] {
        let buckets = of("AWS::S3::Bucket")
        let policies = of("AWS::S3::BucketPolicy")
        var faults: [ClaimFault] = []
        for name in Set(buckets.map(\.physical) + policies.compactMap { $0["Bucket"] }).sorted() {
            var text: String?
            do throws(AWS.Failure) {
                let read = S3.getBucketPolicy(bucket: name, owner: site.account)
                text = try await site.send(read, in: region)
            } catch .refused(let error, _) where error.isNotFound {
                if error.code == "NoSuchBucket" {
                    faults += buckets.filter { $0.physical == name }.map(\.missing)
                }
            }
            for policy in policies where policy["Bucket"] == name {
                if let fault = fault(policy, policy: text) { faults.append(fault) }
            }
        }
        return faults
    }

    /// Trails, and whether they log.
    func trails() async throws(AWS.Failure) -> [ClaimFault] {
        var faults: [ClaimFault] = []
        for trail in of("AWS::CloudTrail::Trail") {
            let status = try await find(CloudTrail.getTrailStatus(arn: trail.physical))
            if status == nil { faults.append(trail.missing) }
            if status?.isLogging == false {
                faults.append(
                    trail.wrong(
                        "does not log",
                        hint: "aws cloudtrail start-logging --region \(region) "
                            + "--name \(trail.physical)"))
            }
        }
        return faults
    }
}
