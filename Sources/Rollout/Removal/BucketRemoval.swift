import AWSClient

/// A bucket that is emptied and, where no stack does that, deleted.
struct BucketRemoval: Sendable {
    let site: Site
    let region: String
    let bucket: String
    let board: Board

    /// Deletes every version of everything in it. A bucket that does not exist counts as empty.
    /// - Parameter subject: what the line that moves is about.
    /// - Throws: ``Obstacle`` with S3's own reason.
    func empty(_ subject: String) async throws(Obstacle) {
        var count = 0
        while true {
            let versions = try await send(
                S3.listObjectVersions(bucket: bucket, owner: site.account))
            guard let versions, !versions.isEmpty else { return }
            if Task.isCancelled {
                throw obstacle("is not empty yet", hint: "the next run goes on with it")
            }
            let left = try await send(
                S3.deleteObjects(bucket: bucket, versions, owner: site.account))
            guard left.isEmpty else {
                throw obstacle(
                    "S3 does not delete \(left.count) objects: "
                        + left.prefix(3).joined(separator: "; "),
                    hint: "allow s3:DeleteObjectVersion, or end the retention that protects them")
            }
            count += versions.count
            board.update(subject, "\(count) versions deleted from \(bucket)")
        }
    }

    /// Empties and deletes it, with a line at the end if it was there.
    func delete() async -> Obstacle? {
        let subject = "\(site.account)  \(region)  s3://\(bucket)"
        do throws(Obstacle) {
            let there = try await send(
                S3.listObjectVersions(bucket: bucket, owner: site.account))
            guard there != nil else { return nil }
            board.begin(subject, "is emptied")
            try await empty(subject)
            try await send(S3.deleteBucket(bucket, owner: site.account))
            board.end(subject, "deleted")
            return nil
        } catch {
            board.end(subject, "FAILED")
            return error
        }
    }

    private func send<Output: Sendable>(
        _ operation: AWS.Operation<Output>
    ) async throws(Obstacle) -> Output {
        do throws(AWS.Failure) {
            return try await site.send(operation, in: region)
        } catch {
            throw Obstacle(error, at: site, region, "s3://\(bucket)")
        }
    }

    private func obstacle(_ reason: String, hint: String) -> Obstacle {
        Obstacle(account: site.account, region: region, "s3://\(bucket)", reason, hint: hint)
    }
}
