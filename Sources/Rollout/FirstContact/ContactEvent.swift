import Text

/// What evidence needs of an event that CloudTrail recorded: nothing that is secret or about a person.
struct ContactEvent: Sendable {
    /// The Region whose event history has it.
    let region: String
    let name: String
    let source: String
    let time: String
    let invokedBy: String?
    let encryptionContext: [String]
    let mentionsApplication: Bool
    private let errorCode: String?
    private let errorMessage: String?

    /// Reads CloudTrail's JSON; `nil` if it is none.
    init?(_ text: String, region: String) {
        guard let json = JSON(Array(text.utf8)), let name = json["eventName"]?.string else {
            return nil
        }
        self.region = region
        self.name = name
        source = json["eventSource"]?.string ?? ""
        time = json["eventTime"]?.string ?? ""
        invokedBy = json["userIdentity"]?["invokedBy"]?.string
        encryptionContext =
            json["requestParameters"]?["encryptionContext"]?.object?.keys.sorted() ?? []
        mentionsApplication = ["requestParameters", "additionalEventData", "serviceEventDetails"]
            .contains { json[$0]?.text.lowercased().contains("application") ?? false }
        errorCode = json["errorCode"]?.string
        errorMessage = json["errorMessage"]?.string
    }

    /// Whether somebody was denied a role of this name.
    func isDenial(of role: String) -> Bool {
        errorCode == "AccessDenied" && errorMessage?.contains(":role/\(role)") ?? false
    }

    /// One line.
    var summary: String {
        "\(time) \(region) \(source) \(name)" + (errorCode.map { " \($0)" } ?? "")
    }
}
