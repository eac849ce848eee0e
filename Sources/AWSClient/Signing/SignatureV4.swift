import Crypto
public import HTTP
import HTTPTypes
import Text
public import Time

extension AWS {
    /// AWS Signature Version 4 in request headers, as a pure function of the request, the
    /// credentials and the time.
    ///
    /// The steps and their names are those of
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.
    public struct SignatureV4: Sendable {
        /// Who signs.
        public let credentials: Credentials

        /// The Region of the credential scope, e.g. `eu-west-1`.
        public let region: String

        /// The service's signing name, e.g. `sns`.
        public let service: String

        /// How the path is signed.
        public let path: PathRule

        /// How the path on the wire becomes the canonical one.
        public enum PathRule: Sendable {
            /// Dot segments and doubled slashes removed, then encoded once more: all but S3.
            case normalizedAndEncodedAgain

            /// As it is on the wire, and the body's digest in `x-amz-content-sha256`: S3.
            case asSent
        }

        /// Makes a signer; without a rule, the service's own.
        public init(
            credentials: Credentials, region: String, service: String, path: PathRule? = nil
        ) {
            self.credentials = credentials
            self.region = region
            self.service = service
            self.path = path ?? (service == "s3" ? .asSent : .normalizedAndEncodedAgain)
        }

        /// Adds `X-Amz-Date`, `X-Amz-Security-Token` and `Authorization`.
        ///
        /// - Parameters:
        ///   - request: what to sign.
        ///   - time: now, by the service's clock.
        ///   - key: ``signingKey(at:)``, if the caller kept it.
        /// - Returns: nil if the URL cannot be used (``Address``).
        public func sign(_ request: Request, at time: Timestamp, key: [UInt8]? = nil) -> Request? {
            guard let address = Address(request.url) else { return nil }
            var signed = request
            let digest = Hexadecimal.encode(Hash.sha256(request.body))
            signed.headers[.authorization] = nil
            signed.headers[.amzDate] = time.basic
            signed.headers[.amzSecurityToken] = credentials.sessionToken
            if path == .asSent { signed.headers[.amzContentSHA256] = digest }
            let canonical = CanonicalRequest(
                signed, address: address, path: path, bodyDigest: digest)
            let signature = signature(
                of: stringToSign(canonical, at: time), key: key ?? signingKey(at: time))
            signed.headers[.authorization] =
                "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope(at: time)), "
                + "SignedHeaders=\(canonical.signedHeaders), Signature=\(signature)"
            return signed
        }

        /// Step 3: algorithm, time, scope and the digest of the canonical request.
        func stringToSign(_ canonical: CanonicalRequest, at time: Timestamp) -> String {
            let digest = Hexadecimal.encode(Hash.sha256(Array(canonical.text.utf8)))
            return "AWS4-HMAC-SHA256\n\(time.basic)\n\(scope(at: time))\n\(digest)"
        }

        /// Step 5: the text signed with the key derived for the scope, in hexadecimal.
        func signature(of text: String, key: [UInt8]) -> String {
            Hexadecimal.encode(Hash.hmacSHA256(key: key, Array(text.utf8)))
        }

        /// Step 4: the key for one day, Region and service, valid for all their requests.
        func signingKey(at time: Timestamp) -> [UInt8] {
            [time.date, region, service, "aws4_request"]
                .reduce(Array("AWS4\(credentials.secretAccessKey)".utf8)) { key, part in
                    Hash.hmacSHA256(key: key, Array(part.utf8))
                }
        }

        private func scope(at time: Timestamp) -> String {
            "\(time.date)/\(region)/\(service)/aws4_request"
        }
    }
}
