import HTTP
import HTTPTypes
import Text

/// Amazon Simple Storage Service. <https://docs.aws.amazon.com/AmazonS3/latest/API/>
public enum S3 {
    static let service = AWS.Service(name: "s3", variable: "S3", wire: .restXML)

    /// Writes one whole object. The bucket is named in the path, so that a name with full stops has a
    /// certificate, too.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html>
    ///
    /// - Parameters:
    ///   - bucket: its name.
    ///   - key: the object's key.
    ///   - body: what it holds.
    ///   - type: its media type.
    /// - Returns: a call that answers with the object's entity tag.
    public static func putObject(
        bucket: String, key: String, body: [UInt8], type: String
    ) -> AWS.Operation<String> {
        let input = AWS.Input.put(
            path: path(bucket, key), headers: ["Content-Type": type], body: body)
        return AWS.Operation(service, "PutObject", input) { answer throws(AWS.Unreadable) in
            try require(answer.response.headers[.eTag], "ETag")
        }
    }

    /// The path of an object.
    static func path(_ bucket: String, _ key: String) -> String {
        (["", bucket] + key.split(separator: "/").map(String.init))
            .map(PercentEncoding.encode).joined(separator: "/")
    }
}
