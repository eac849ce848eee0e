import Crypto
import HTTP
import Text
import XML

extension S3 {
    /// One version of an object, or the mark that it was deleted.
    public struct VersionOfKey: Sendable, Hashable {
        /// The object's key.
        public let key: String

        /// The version's id; `null` where the bucket kept none.
        public let version: String
    }

    /// Lists the first thousand versions and marks in a bucket.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html>
    ///
    /// - Parameters:
    ///   - bucket: its name.
    ///   - owner: the account that the bucket must belong to; another one's is refused.
    /// - Returns: a call that answers with them; nil if the bucket does not exist.
    public static func listObjectVersions(
        bucket: String, owner: String
    ) -> AWS.Operation<[VersionOfKey]?> {
        let input = AWS.Input.get(
            path: path(bucket, ""), query: ["versions": "", "encoding-type": "url"],
            headers: [Self.owner: owner])
        return AWS.Operation(service, "ListObjectVersions", input) {
            answer throws(AWS.Unreadable) in
            let root = try document(answer)
            let isEncoded = root.text("EncodingType") == "url"
            return try (root.all("Version") + root.all("DeleteMarker")).map {
                one throws(AWS.Unreadable) in
                let key = try require(one.text("Key"), "Key")
                let plain = PercentEncoding.decode(key.replacing("+", with: " "))
                return VersionOfKey(
                    key: isEncoded ? try require(plain, "Key") : key,
                    version: try require(one.text("VersionId"), "VersionId"))
            }
        } readError: { error, _ in
            error.code == "NoSuchBucket" ? .some(nil) : nil
        }
    }

    /// Deletes up to a thousand versions for good.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html>
    ///
    /// - Parameters:
    ///   - bucket: its name.
    ///   - versions: one to a thousand.
    ///   - owner: the account that the bucket must belong to.
    /// - Returns: a call that answers with what S3 says of those that it did not delete.
    public static func deleteObjects(
        bucket: String, _ versions: [VersionOfKey], owner: String
    ) -> AWS.Operation<[String]> {
        let objects = versions.map {
            "<Object><Key>\(escaped($0.key))</Key><VersionId>\(escaped($0.version))</VersionId></Object>"
        }
        let body = Array("<Delete>\(objects.joined())<Quiet>true</Quiet></Delete>".utf8)
        let input = AWS.Input.postBytes(
            path: path(bucket, ""), query: ["delete": ""],
            headers: [
                "Content-Type": "application/xml", Self.owner: owner,
                "x-amz-sdk-checksum-algorithm": "SHA256",
                "x-amz-checksum-sha256": Base64.encode(Hash.sha256(body)),
            ], body: body)
        return AWS.Operation(service, "DeleteObjects", input) { answer throws(AWS.Unreadable) in
            try document(answer).all("Error").map { error in
                "\(error.text("Key") ?? "an object"): "
                    + (error.text("Message") ?? error.text("Code") ?? "no reason was given")
            }
        }
    }

    /// Deletes an empty bucket; succeeds if it does not exist.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html>
    public static func deleteBucket(_ bucket: String, owner: String) -> AWS.Operation<Void> {
        let input = AWS.Input.delete(path: path(bucket, ""), headers: [Self.owner: owner])
        return AWS.Operation(service, "DeleteBucket", input) { _ in
        } readError: { error, _ in
            error.code == "NoSuchBucket" ? () : nil
        }
    }

    private static let owner = "x-amz-expected-bucket-owner"

    private static func document(_ answer: AWS.Answer) throws(AWS.Unreadable) -> XMLElement {
        do throws(XMLReader.Invalid) {
            return try XMLElement.read(answer.response.body)
        } catch {
            throw AWS.Unreadable("is not XML of the form that AWS writes: \(error)")
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
