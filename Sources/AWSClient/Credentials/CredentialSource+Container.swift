import HTTP
import HTTPTypes
import System
import Text

extension AWS.CredentialSource {
    /// The agent of ECS, EKS or CloudShell that gives a task its credentials.
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html>
    ///
    /// - Returns: nil if the environment does not name one.
    static func container(_ surroundings: AWS.CredentialSurroundings) -> AWS.CredentialSource? {
        let environment = surroundings.environment
        let full = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"]
        let relative = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"]
        guard let url = relative.map({ "http://169.254.170.2\($0)" }) ?? full else { return nil }
        return AWS.CredentialSource { deadline throws(AWS.CredentialsFailure) in
            // The token must not be sent unencrypted over a network.
            guard let address = Address(url), address.scheme == "https" || isLocal(address.host)
            else {
                throw .source(
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                    problem: "is neither https nor on this machine", hint: nil)
            }
            var request = Request(url: url)
            if let path = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
                let token = SmallFile.read(path).map { String(decoding: $0, as: UTF8.self) }
                request.headers[.authorization] = token?.filter { !$0.isNewline }
            } else if let token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"] {
                request.headers[.authorization] = token
            }
            return try ask(request, address.host, surroundings, before: deadline)
        }
    }

    private static func ask(
        _ request: Request, _ host: String, _ surroundings: AWS.CredentialSurroundings,
        before deadline: Deadline
    ) throws(AWS.CredentialsFailure) -> AWS.Credentials {
        let response: Response
        do throws(TransferError) {
            response = try surroundings.transport(
                request, min(deadline.remaining(in: surroundings.world), .seconds(5)))
        } catch {
            throw .source(
                "the container's credentials", problem: "are not available: \(error)", hint: nil)
        }
        guard response.status == 200, let document = JSON(response.body),
            let credentials = AWS.Credentials(document, token: "Token")
        else {
            throw .source(
                "the container's credentials",
                problem: "are not available: \(host) answered with status \(response.status)",
                hint: nil
            )
        }
        return credentials
    }

    /// Loopback, and the addresses of the agents of ECS and EKS.
    private static func isLocal(_ host: String) -> Bool {
        let agents = ["localhost", "::1", "169.254.170.2", "169.254.170.23", "fd00:ec2::23"]
        if agents.contains(host) { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
