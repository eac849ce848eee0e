import HTTP
public import System

extension AWS.Client {
    /// A client for a Lambda function: Region and credentials out of the environment, over HTTP.
    ///
    /// - Parameters:
    ///   - environment: the function's variables, e.g. `AWS_REGION`.
    ///   - region: another Region than the function's own.
    /// - Throws: ``AWS/Failure/configuration(setting:problem:)`` where the HTTP client cannot be
    ///   started. What else is missing shows with the first call.
    public convenience init(
        environment: Environment, region: String? = nil
    ) throws(AWS.Failure) {
        let credentials =
            AWS.CredentialSource.environment(environment)
            ?? AWS.CredentialSource { _ throws(AWS.CredentialsFailure) in
                throw .none(searched: ["the environment"])
            }
        self.init(
            region: region ?? environment["AWS_REGION"] ?? "",
            endpoints: AWS.Endpoints(environment: environment), credentials: credentials,
            transport: try Self.transport(environment))
    }

    /// Real HTTP.
    static func transport(
        _ environment: Environment, caBundle: String? = nil
    ) throws(AWS.Failure) -> AWS.Transport {
        let http: HTTP.Client
        do throws(EasyHandle.Failure) {
            http = try HTTP.Client(environment: environment, caBundle: caBundle)
        } catch {
            throw .configuration(setting: "libcurl", problem: "cannot be started: \(error)")
        }
        return { request, time throws(TransferError) in try http.send(request, within: time) }
    }
}
