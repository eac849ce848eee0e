import AWSClient
import AccessPlan
import Partitions
import System
import Text
package import Time

/// The bucket of `code.yaml` in one Region of one account. What it holds is compared and never
/// trusted: whoever knows a plan knows the keys.
package struct CodeStore: Sendable {
    let site: Site
    let region: String

    /// The bucket's name.
    package let bucket: String

    /// Names a bucket.
    package init(_ site: Site, _ region: String) {
        self.site = site
        self.region = region
        bucket = AlertPathNames.codeBucket(account: site.account, region: region)
    }

    /// What the bucket holds under a key.
    package enum Found: Sendable, Hashable {
        /// Nothing, or there is no bucket yet.
        case absent
        /// The same bytes, in this version; nil if the bucket keeps no versions.
        case same(version: String?)
        /// Other bytes, in this version, written at this time.
        case other(version: String?, writtenAt: Timestamp?)
    }

    /// An object that is there.
    package struct Stored: Sendable, Hashable {
        /// The bucket.
        package let bucket: String
        /// The key.
        package let key: String
        /// The version that holds our bytes; nil if the bucket keeps no versions.
        package let version: String?
        /// Whether this run wrote it.
        package let isNew: Bool
        /// A warning that another object was under this key; `nil` if there was none.
        package let warning: Obstacle?
    }

    /// Compares what is under the object's key.
    /// - Throws: why it cannot be read.
    package func find(_ object: CodeObject) async throws(Obstacle) -> Found {
        do throws(AWS.Failure) {
            guard
                let newest = try await site.send(
                    S3.headObject(bucket: bucket, key: object.key, owner: site.account),
                    in: region)
            else { return .absent }
            let isSame: Bool
            if let sha256 = newest.sha256 {
                isSame = sha256 == object.sha256
            } else {
                isSame = try await holds(object, newest.id)
            }
            return isSame
                ? .same(version: newest.id)
                : .other(version: newest.id, writtenAt: newest.writtenAt)
        } catch {
            throw obstacle(error, object, "s3:GetObject, s3:GetObjectVersion and s3:ListBucket")
        }
    }

    /// Makes sure that the bucket holds the object. One that is there stays; above another one that
    /// has its key, a new version is put.
    /// - Throws: why it does not.
    package func put(_ object: CodeObject) async throws(Obstacle) -> Stored {
        var warning: Obstacle?
        switch try await find(object) {
        case .same(let version):
            return Stored(
                bucket: bucket, key: object.key, version: version, isNew: false, warning: nil)
        case .other(let version, let writtenAt): warning = foreign(object, version, writtenAt)
        case .absent: break
        }
        do throws(AWS.Failure) {
            let version = try await site.client.send(
                S3.putObject(
                    bucket: bucket, key: object.key, body: object.bytes, sha256: object.sha256,
                    owner: site.account),
                in: region, as: site.caller,
                before: site.client.world.deadline(after: Self.patience))
            return Stored(
                bucket: bucket, key: object.key, version: version, isNew: true, warning: warning)
        } catch {
            throw obstacle(error, object, "s3:PutObject")
        }
    }

    /// How long it may take to send one object over a slow line.
    private static let patience = Duration.seconds(600)

    /// How many bytes are read at a time: a response of 8 MB is refused.
    private static let part = 2 << 20

    /// Whether a version that S3 does not vouch for holds the object's bytes.
    private func holds(_ object: CodeObject, _ version: String?) async throws(AWS.Failure) -> Bool {
        var start = 0
        repeat {
            let end = min(start + Self.part, object.bytes.count)
            // One byte more at the end: a longer object is another one.
            let last = end == object.bytes.count ? end : end - 1
            let bytes = try await site.send(
                S3.getObject(
                    bucket: bucket, key: object.key, version: version, range: start...last,
                    owner: site.account),
                in: region)
            guard bytes == Array(object.bytes[start..<end]) else { return false }
            start = end
        } while start < object.bytes.count
        return true
    }

    private func foreign(
        _ object: CodeObject, _ version: String?, _ writtenAt: Timestamp?
    ) -> Obstacle {
        let which = version.map { ", version \($0)" } ?? ""
        let when = writtenAt.map { ", written \($0.iso8601)" } ?? ""
        return Obstacle(
            account: site.account, region: region, "s3://\(bucket)/\(object.key)",
            "somebody put another object here\(which)\(when): it is not used, a new version is",
            hint: "ask who did: aws s3api list-object-versions --region \(region) "
                + "--bucket \(bucket) --prefix \(object.key)")
    }

    private func obstacle(
        _ failure: AWS.Failure, _ object: CodeObject, _ permissions: String
    ) -> Obstacle {
        let isDenied = failure.serviceError?.status == 403
        return Obstacle(
            failure, at: site, region, "s3://\(bucket)/\(object.key)",
            hint: isDenied
                ? "allow \(permissions) on \(bucket) to \(site.arn); the bucket must belong to "
                    + "account \(site.account)" : nil)
    }
}

extension CodeStore.Stored {
    /// The address of a template for CloudFormation, version included.
    package func templateURL(in region: String) -> String {
        let suffix = Partition(region: region).dnsSuffix
        let path = key.split(separator: "/").map { PercentEncoding.encode(String($0)) }
        return "https://\(bucket).s3.\(region).\(suffix)/\(path.joined(separator: "/"))"
            + (version.map { "?versionId=" + PercentEncoding.encode($0) } ?? "")
    }
}
