import HTTP
import HTTPTypes
import Text
import XML

extension AWS.ServiceError {
    /// Reads an answer whose status is not 2xx. Never fails: an answer that is not an AWS error is
    /// described.
    init(_ answer: AWS.Answer, service: AWS.Service, operation: String) {
        let found: (code: String?, message: String?, requestID: String?)
        switch service.wire {
        case .query, .restXML: found = Self.xml(answer)
        case .json, .restJSON: found = Self.json(answer)
        }
        self.init(
            service: service.name, operation: operation, code: found.code.map(Self.oneLine),
            message: found.code == nil
                ? Self.describe(answer.response) : found.message.map(Self.oneLine),
            requestID: (answer.requestID ?? found.requestID).map(Self.oneLine),
            status: answer.response.status)
    }

    private static func xml(
        _ answer: AWS.Answer
    ) -> (code: String?, message: String?, requestID: String?) {
        guard let fields = try? answer.xml("Error/Code", "Error/Message", "RequestId") else {
            return (nil, nil, nil)
        }
        return (fields["Error/Code"], fields["Error/Message"], fields["RequestId"])
    }

    /// The code is in a header or in the body, possibly with a namespace before `#` or
    /// an address after `:`.
    private static func json(
        _ answer: AWS.Answer
    ) -> (code: String?, message: String?, requestID: String?) {
        let body = JSON(answer.response.body)
        let type =
            answer.response.headers[.amznErrorType] ?? body?["__type"]?.string
            ?? body?["code"]?.string
        let code = type?.split(separator: "#").last?.split(separator: ":").first.map(String.init)
        return (code, (body?["message"] ?? body?["Message"])?.string, nil)
    }

    private static func describe(_ response: Response) -> String {
        guard !response.body.isEmpty else { return "an empty answer" }
        let type = response.headers[.contentType].map { oneLine($0) } ?? "unknown type"
        return "no AWS error in the answer (\(type), \(response.body.count) bytes)"
    }

    /// The text of a service goes into logs: it becomes one short line.
    private static func oneLine(_ text: String) -> String {
        var line = ""
        for scalar in text.unicodeScalars.prefix(500) {
            line.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        return text.unicodeScalars.count > 500 ? line + "…" : line
    }
}
