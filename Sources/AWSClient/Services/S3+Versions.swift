import HTTP
import HTTPTypes
public import Time

extension S3 {
    /// The newest version of an object.
    public struct Version: Sendable, Hashable {
        /// Its id; nil if the bucket keeps no versions.
        public let id: String?

        /// The SHA-256 of the whole object in Base64, which S3 computed itself when the object was
        /// written; nil if it was written without one.
        public let sha256: String?

        /// When it was written.
        public let writtenAt: Timestamp?
    }

    /// Reads which version of an object is the newest, and what S3 computed of it.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html>
    ///
    /// - Parameters:
    ///   - bucket: its name.
    ///   - key: the object's key.
    ///   - owner: the account that the bucket must belong to; another one's is refused.
    /// - Returns: a call that answers with the version; nil if there is no object. Without permission
    ///   to list the bucket, S3 answers 403 for a missing object. No error has a code: the answer to
    ///   `HEAD` has no body.
    public static func headObject(
        bucket: String, key: String, owner: String
    ) -> AWS.Operation<Version?> {
        let headers = ["x-amz-checksum-mode": "ENABLED", "x-amz-expected-bucket-owner": owner]
        return AWS.Operation(
            service, "HeadObject", .head(path: path(bucket, key), headers: headers)
        ) { answer in
            Version(answer.response)
        } readError: { error, _ in
            error.status == 404 ? .some(nil) : nil
        }
    }

    /// Reads a part of one version of an object.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html>
    ///
    /// - Parameters:
    ///   - bucket: its name.
    ///   - key: the object's key.
    ///   - version: its id; nil is the newest.
    ///   - range: the first and the last byte, from 0; S3 returns fewer bytes at the end.
    ///   - owner: the account that the bucket must belong to.
    /// - Returns: a call that answers with the bytes; with none if the object ends before the range.
    public static func getObject(
        bucket: String, key: String, version: String?, range: ClosedRange<Int>, owner: String
    ) -> AWS.Operation<[UInt8]> {
        var query: [String: String] = [:]
        query["versionId"] = version
        return AWS.Operation(
            service, "GetObject",
            .get(
                path: path(bucket, key), query: query,
                headers: [
                    "Range": "bytes=\(range.lowerBound)-\(range.upperBound)",
                    "x-amz-expected-bucket-owner": owner,
                ])
        ) { answer in
            answer.response.body
        } readError: { error, _ in
            error.status == 416 ? [] : nil
        }
    }

    /// Writes one whole object, which S3 refuses if it arrives with another SHA-256.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html>
    ///
    /// - Parameters:
    ///   - bucket: its name.
    ///   - key: the object's key.
    ///   - body: what it holds.
    ///   - sha256: of the body, in Base64.
    ///   - owner: the account that the bucket must belong to.
    /// - Returns: a call that answers with the id of the new version; nil if the bucket keeps none.
    public static func putObject(
        bucket: String, key: String, body: [UInt8], sha256: String, owner: String
    ) -> AWS.Operation<String?> {
        let headers = [
            "Content-Type": "application/octet-stream", "x-amz-checksum-sha256": sha256,
            "x-amz-sdk-checksum-algorithm": "SHA256", "x-amz-expected-bucket-owner": owner,
        ]
        return AWS.Operation(
            service, "PutObject", .put(path: path(bucket, key), headers: headers, body: body)
        ) { answer in
            Version(answer.response).id
        }
    }

    /// Reads a bucket's policy: JSON text; `NoSuchBucket` or `NoSuchBucketPolicy` if there is none.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html>
    public static func getBucketPolicy(bucket: String, owner: String) -> AWS.Operation<String> {
        AWS.Operation(
            service, "GetBucketPolicy",
            .get(
                path: path(bucket, ""), query: ["policy": ""],
                headers: ["x-amz-expected-bucket-owner": owner])
        ) { answer in
            String(decoding: answer.response.body, as: UTF8.self)
        }
    }
}

extension S3.Version {
    /// Reads the fields of a header. A bucket whose versioning is suspended names the version "null".
    fileprivate init(_ response: Response) {
        func field(_ name: String) -> String? {
            HTTPField.Name(name).flatMap { response.headers[$0] }
        }
        let id = field("x-amz-version-id")
        self.id = id == "null" ? nil : id
        // The SHA-256 of an object in parts is that of its parts' hashes, with "-" and their number.
        let isWhole = field("x-amz-checksum-type").map { $0 == "FULL_OBJECT" } ?? true
        sha256 = field("x-amz-checksum-sha256").flatMap {
            isWhole && !$0.contains("-") ? $0 : nil
        }
        writtenAt = field("Last-Modified").flatMap(Timestamp.init(httpDate:))
    }
}
