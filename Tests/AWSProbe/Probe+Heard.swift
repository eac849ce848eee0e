import AWSClient
import System
import Text

extension Probe {
    /// The operations by which a deployment listens for its canaries; nil for any other operation.
    func listen(_ operation: String, _ client: AWS.Client) throws -> JSON? {
        func shown<Output>(_ operation: AWS.Operation<Output>) throws -> JSON {
            .string(
                "\(try client.send(operation, before: client.world.deadline(after: .seconds(30))))")
        }
        let (name, url) = (self["name"], self["url"])
        switch operation {
        case "getQueueURL": return try shown(SQS.getQueueURL(name))
        case "receiveMessages":
            return try shown(SQS.receiveMessages(url: url, wait: 1, hidden: 10))
        case "deleteMessages":
            let receipts = self["receipts"].split(separator: ",").map(String.init)
            return try shown(SQS.deleteMessages(url: url, receipts: receipts))
        case "invoke":
            let answer = try client.send(
                Lambda.invoke(
                    name, payload: ["task": .string(self["task"])], within: .seconds(20)),
                before: client.world.deadline(after: .seconds(30)))
            return [
                "payload": .string(String(decoding: answer.payload, as: UTF8.self)),
                "error": answer.functionError.map { .string($0) } ?? .null,
            ]
        default: return nil
        }
    }
}
