import HTTP
import System

extension AWS.Client {
    /// One call of an operation.
    struct Call<Output: Sendable>: BlockingCall {
        let client: AWS.Client
        let operation: AWS.Operation<Output>
        let request: Request
        let deadline: Deadline

        func prepare() throws(AWS.Failure) -> AWS.Credentials? {
            operation.isSigned ? try client.credentials(before: deadline) : nil
        }

        func send(
            _ credentials: AWS.Credentials?, number: Int, within time: Duration
        ) -> AWS.Operation<Output>.Attempt {
            do throws(TransferError) {
                let response = try client.transport(try sign(credentials), time)
                return read(.success(response), number: number)
            } catch {
                return read(.failure(error), number: number)
            }
        }

        /// What the end of an attempt means.
        func read(
            _ result: Result<Response, TransferError>, number: Int
        ) -> AWS.Operation<Output>.Attempt {
            switch result {
            case .success(let response):
                operation.attempt(
                    response, number: number, in: client.world, skew: client.clockSkew)
            case .failure(let error): operation.attempt(error, number: number)
            }
        }

        func fix(
            _ remedy: AWS.Remedy, after credentials: AWS.Credentials?
        ) throws(AWS.Failure) -> Bool {
            guard let credentials else { return false }
            switch remedy {
            case .clock(let skew):
                client.clockSkew = skew
                return true
            case .otherCredentials:
                client.drop(credentials)
                return try client.credentials(before: deadline) != credentials
            }
        }

        var outOfTime: AWS.Failure { .outOfTime(operation.call) }

        func sign(_ credentials: AWS.Credentials?) throws(TransferError) -> Request {
            guard let credentials else { return request }
            let signer = AWS.SignatureV4(
                credentials: credentials, region: operation.service.home(for: client.region),
                service: operation.service.name)
            guard let signed = signer.sign(request, at: client.now) else { throw .badURL }
            return signed
        }
    }
}
