import Text

/// One CloudTrail record, as far as anything here reads it.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail record contents"; deviations seen in published
/// events are handled where they are read.
struct CloudTrailRecord: Sendable {
    var eventName: String?
    var eventSource: String?
    var eventType: String?
    var eventTime: String?
    var eventID: String?
    var sharedEventID: String?
    var originalEventID: String?
    var addendumReason: String?
    var addendumFields: String?
    var awsRegion: String?
    var recipientAccountID: String?
    var sourceIP: String?
    var userAgent: String?
    var errorCode: String?
    var errorMessage: String?
    var readOnly: Bool?
    var isFromConsole = false
    var isDataEvent = false
    var identity = UserIdentity()
    var request = Fields()
    var response = Fields()
    var additional = Fields()
    var service = Fields()
    var issued = IssuedCredentials()

    /// Where request and response begin among the bytes as delivered.
    var requestOffset: Int?, responseOffset: Int?

    /// The Region that was switched on or off, and for which account: of an account event, which is
    /// not CloudTrail's.
    var regionName: String?
    var accountID: String?

    /// ARNs under `resources`, 128 at most.
    var resourceARNs: [String] = []

    /// A part that decides whether this is watched has another type than CloudTrail writes.
    var malformed = false

    init() {}

    /// Takes one member of the record; `false` where the key is not one that is read.
    mutating func read(_ key: JSONScanner.Key, _ scanner: inout JSONScanner) {
        switch key {
        case "eventName": eventName = deciding(&scanner)
        case "eventSource": eventSource = deciding(&scanner)
        case "eventType": eventType = scanner.text()
        case "eventTime": eventTime = scanner.text()
        case "eventID": eventID = scanner.text()
        case "sharedEventID": sharedEventID = scanner.text()
        case "awsRegion": awsRegion = scanner.text()
        case "recipientAccountId": recipientAccountID = scanner.text()
        case "sourceIPAddress": sourceIP = scanner.text()
        case "userAgent": userAgent = scanner.text()
        case "regionName": regionName = scanner.text()
        case "accountId": accountID = scanner.text()
        case "errorCode": errorCode = scanner.text().flatMap { $0.isEmpty ? nil : $0 }
        case "errorMessage": errorMessage = scanner.text().flatMap { $0.isEmpty ? nil : $0 }
        case "readOnly": readOnly = scanner.flag()
        case "sessionCredentialFromConsole": isFromConsole = scanner.flag() ?? false
        case "eventCategory":
            isDataEvent = isDataEvent || scanner.text()?.lowercased() == "data"
        case "managementEvent": isDataEvent = isDataEvent || scanner.flag() == false
        case "userIdentity": identity = UserIdentity(&scanner)
        case "requestParameters":
            requestOffset = scanner.offset
            request.read(&scanner, inside: true)
        case "responseElements":
            responseOffset = scanner.offset
            issued.read(&scanner, fields: &response)
        case "additionalEventData": additional.read(&scanner)
        case "serviceEventDetails": service.read(&scanner)
        case "resources": readResources(&scanner)
        case "addendum":
            scanner.object { scanner, key in
                switch key {
                case "originalEventID": originalEventID = scanner.text()
                case "reason": addendumReason = scanner.text()
                case "updatedFields": addendumFields = scanner.text()
                default: break
                }
            }
        default: break
        }
    }

    /// Text of a member that decides whose event this is.
    private mutating func deciding(_ scanner: inout JSONScanner) -> String? {
        if scanner.next != UInt8(ascii: "\""), scanner.next != UInt8(ascii: "n") {
            malformed = true
        }
        return scanner.text()
    }

    private mutating func readResources(_ scanner: inout JSONScanner) {
        scanner.array { scanner in
            guard resourceARNs.count < 128 else { return }
            scanner.object { scanner, key in
                switch key {
                case "ARN", "arn":
                    if let arn = scanner.text(limit: 2_048) { resourceARNs.append(arn) }
                default: break
                }
            }
        }
    }
}

/// The credentials that STS issued: identifiers only, the secret parts are skipped.
struct IssuedCredentials: Sendable {
    var accessKeyID: String?
    var expiration: String?
    var assumedRoleARN: String?
    var assumedRoleID: String?
    var federatedUserID: String?

    /// A long-term key that was made, and for whom.
    var madeKeyID: String?, madeKeyUser: String?

    fileprivate mutating func read(_ scanner: inout JSONScanner, fields: inout Fields) {
        var issued = self
        fields.read(&scanner) { scanner, key in
            switch key {
            case "credentials":
                scanner.object { scanner, key in
                    switch key {
                    case "accessKeyId": issued.accessKeyID = scanner.text()
                    case "expiration": issued.expiration = scanner.text()
                    default: break
                    }
                }
            case "assumedRoleUser":
                scanner.object { scanner, key in
                    switch key {
                    case "arn": issued.assumedRoleARN = scanner.text()
                    case "assumedRoleId": issued.assumedRoleID = scanner.text()
                    default: break
                    }
                }
            case "federatedUser":
                scanner.object { scanner, key in
                    if case "federatedUserId" = key { issued.federatedUserID = scanner.text() }
                }
            case "accessKey":
                scanner.object { scanner, key in
                    switch key {
                    case "accessKeyId": issued.madeKeyID = scanner.text()
                    case "userName": issued.madeKeyUser = scanner.text()
                    default: break
                    }
                }
            default: break
            }
        }
        self = issued
    }
}
