import AWSClient
import IdPClient
import Snapshots

extension CheckerKey {
    /// A key in KMS.
    ///
    /// - Parameters:
    ///   - id: key id, key ARN, alias name or alias ARN.
    ///   - kms: where it is, and who may use it.
    public init(id: String, in kms: AWSAccess) {
        self.init(
            publicKey: { deadline async throws(WebAPI.Unsigned) in
                do throws(AWS.Failure) {
                    return try await kms.send(KMS.getPublicKey(keyID: id), before: deadline)
                } catch {
                    throw WebAPI.Unsigned(error.fact)
                }
            },
            sign: { algorithm, message, deadline async throws(WebAPI.Unsigned) in
                let sign = KMS.sign(
                    keyID: id, message: message, algorithm: algorithm.rawValue)
                do throws(AWS.Failure) {
                    return try await kms.send(sign, before: deadline)
                } catch {
                    throw WebAPI.Unsigned(error.fact)
                }
            },
            state: { deadline in
                await kms.observe(
                    "the checker's signing key", KMS.describeKey(keyID: id), before: deadline
                ).map(\.state)
            })
    }
}
