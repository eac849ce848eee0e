import AccessPlan

extension Call {
    /// Settings of the emergency access account by which SMS arrive, or do not. SNS sends through the
    /// numbers, lists and limits of AWS End User Messaging.
    static let phones: [Call] = sandbox + limits + protection + numbers

    private static let sandbox: [Call] = [
        account(
            .sns, "SetSMSAttributes", "had its SMS settings changed", "change the SMS settings of",
            change: .settings(
                [
                    "MonthlySpendLimit", "DefaultSMSType",
                    "DefaultSenderID", "DeliveryStatusIAMRole",
                    "DeliveryStatusSuccessSamplingRate",
                    "UsageReportS3Bucket",
                ], what: "SMS settings"
            ).inside("attributes"),
            undo: .byHand("Set what was changed back to what it was: SNS, Text messaging (SMS)"),
            .silences),
        account(
            .sns, "OptInPhoneNumber", "sends SMS to a telephone number again",
            "let a telephone number get SMS in", change: .value("telephone number", "phoneNumber"),
            undo: .byHand("Nothing, if the owner of the number wants SMS"), .repairs),
        account(
            .sns, "CreateSMSSandboxPhoneNumber", "got a telephone number for its SMS sandbox",
            "add a telephone number to the SMS sandbox of",
            change: .value("telephone number", "phoneNumber"),
            undo: .run("sns delete-sms-sandbox-phone-number --phone-number {phoneNumber}"),
            .alters),
        account(
            .sns, "DeleteSMSSandboxPhoneNumber", "lost a telephone number of its SMS sandbox",
            "take a telephone number from the SMS sandbox of",
            change: .removed("telephone number", "phoneNumber"),
            undo: .run("sns create-sms-sandbox-phone-number --phone-number {phoneNumber}"),
            .silences),
    ]

    /// An override takes the place of the limit that AWS set: without it, that one holds again.
    private static let limits: [Call] =
        ["Text", "Voice", "Media", "Notify", "Rcs"].flatMap { kind in
            [
                account(
                    .smsVoice, "Set\(kind)MessageSpendLimitOverride",
                    "got another monthly limit for \(spelled(kind)) messages",
                    "change the monthly limit for \(spelled(kind)) messages of",
                    change: .value("monthly limit in USD", "monthlyLimit"),
                    undo: .run(
                        "pinpoint-sms-voice-v2 delete-\(kind.lowercased())-message-spend-limit-override"
                    ), kind == "Text" ? .silences : .alters),
                account(
                    .smsVoice, "Delete\(kind)MessageSpendLimitOverride",
                    "lost its own monthly limit for \(spelled(kind)) messages",
                    "delete the monthly limit for \(spelled(kind)) messages of",
                    change: .first(
                        .removed("monthly limit in USD", "response.monthlyLimit"),
                        .fact("monthly limit", now: "AWS's default")),
                    undo: .run(
                        "pinpoint-sms-voice-v2 set-\(kind.lowercased())-message-spend-limit-override"
                            + " --monthly-limit {response.monthlyLimit}"), .alters),
            ]
        }

    private static func spelled(_ kind: String) -> String {
        kind == "Rcs" ? "RCS" : kind == "Text" ? "SMS" : kind.lowercased()
    }

    /// Who never gets a message.
    private static let protection: [Call] = [
        account(
            .smsVoice, "PutOptedOutNumber", "no longer sends SMS to a telephone number",
            "stop SMS to a telephone number in", change: .value("opted out", "optedOutNumber"),
            undo: .run(
                "pinpoint-sms-voice-v2 delete-opted-out-number --opt-out-list-name {optOutListName}"
                    + " --opted-out-number {optedOutNumber}"), .silences),
        account(
            .smsVoice, "DeleteOptedOutNumber", "sends SMS to a telephone number again",
            "let a telephone number get SMS in",
            change: .removed("opted out", "optedOutNumber"),
            undo: .run(
                "pinpoint-sms-voice-v2 put-opted-out-number --opt-out-list-name {optOutListName}"
                    + " --opted-out-number {optedOutNumber}"), .repairs),
        account(
            .smsVoice, "SetAccountDefaultProtectConfiguration",
            "got a default configuration that blocks numbers or countries",
            "set the default protect configuration of",
            change: .value("protect configuration", "protectConfigurationId"),
            undo: .run("pinpoint-sms-voice-v2 delete-account-default-protect-configuration"),
            .silences),
        account(
            .smsVoice, "DeleteAccountDefaultProtectConfiguration",
            "lost its default configuration that blocks numbers or countries",
            "delete the default protect configuration of",
            change: .removed("protect configuration", "response.defaultProtectConfigurationId"),
            undo: .run(
                "pinpoint-sms-voice-v2 set-account-default-protect-configuration"
                    + " --protect-configuration-id {response.defaultProtectConfigurationId}"),
            .alters),
        account(
            .smsVoice, "PutProtectConfigurationRuleSetNumberOverride",
            "blocks or allows a telephone number", "block or allow a telephone number in",
            change: .value("rule", "action").who("destinationPhoneNumber").gravity(
                by: "action", ["ALLOW": .repairs]),
            undo: .run(
                "pinpoint-sms-voice-v2 delete-protect-configuration-rule-set-number-override"
                    + " --protect-configuration-id {protectConfigurationId}"
                    + " --destination-phone-number {destinationPhoneNumber}"), .silences),
        account(
            .smsVoice, "DeleteProtectConfigurationRuleSetNumberOverride",
            "lost a rule about a telephone number", "delete the rule about a telephone number of",
            change: .removed("rule", "response.action").who("destinationPhoneNumber"),
            undo: .run(
                "pinpoint-sms-voice-v2 put-protect-configuration-rule-set-number-override"
                    + " --protect-configuration-id {protectConfigurationId}"
                    + " --destination-phone-number {destinationPhoneNumber}"
                    + " --action {response.action}"), .alters),
        account(
            .smsVoice, "UpdateProtectConfigurationCountryRuleSet",
            "blocks or allows messages to countries", "block or allow countries in",
            change: .settings(["numberCapability", "countryRuleSetUpdates"], what: "countries"),
            undo: .byHand(blocked), .silences),
        account(
            .smsVoice, "AssociateProtectConfiguration",
            "uses a configuration that blocks numbers or countries",
            "use a protect configuration in",
            change: .value("protect configuration", "protectConfigurationId"),
            undo: .run(
                "pinpoint-sms-voice-v2 disassociate-protect-configuration"
                    + " --protect-configuration-id {protectConfigurationId}"
                    + " --configuration-set-name {configurationSetName}"), .alters),
    ]

    private static let blocked =
        "Set the rules for countries back: AWS End User Messaging, Protect configurations"

    /// From which numbers and names messages are sent.
    private static let numbers: [Call] = [
        number(
            "ReleasePhoneNumber", "gave a telephone number back", "give back a telephone number of",
            "phoneNumberId", .silences),
        number(
            "ReleaseSenderId", "gave a sender name back", "give back a sender name of", "senderId",
            .silences),
        number(
            "DeletePool", "lost a pool of numbers", "delete a pool of numbers of", "poolId",
            .silences),
        number(
            "UpdatePhoneNumber", "had a telephone number changed", "change a telephone number of",
            "phoneNumberId", .alters),
        number(
            "UpdateSenderId", "had a sender name changed", "change a sender name of", "senderId",
            .alters),
        number(
            "UpdatePool", "had a pool of numbers changed", "change a pool of numbers of", "poolId",
            .alters),
        account(
            .smsVoice, "DisassociateOriginationIdentity", "had a number taken from a pool",
            "take a number from a pool of", change: .removed("number", "originationIdentity"),
            undo: .run(
                "pinpoint-sms-voice-v2 associate-origination-identity --pool-id {poolId}"
                    + " --origination-identity {originationIdentity}"
                    + " --iso-country-code {isoCountryCode}"), .alters),
        account(
            .smsVoice, "PutResourcePolicy", "lets others send with a number of its own",
            "let others send with a number of", change: .resourcePolicy("policy").gravity(.alters),
            undo: .remove(
                "pinpoint-sms-voice-v2 delete-resource-policy --resource-arn {resourceArn}"),
            .alters),
    ]

    private static func number(
        _ name: String, _ done: String, _ attempt: String, _ parameter: String, _ gravity: Gravity
    ) -> Call {
        account(
            .smsVoice, name, done, attempt, change: .value("number or pool", parameter),
            undo: .byHand("Request it or set it back: AWS End User Messaging, Phone numbers"),
            gravity)
    }

    /// A change that holds for the whole emergency access account.
    private static func account(
        _ service: Service, _ name: String, _ done: String, _ attempt: String,
        change: ChangeReader, undo: Undo, _ gravity: Gravity
    ) -> Call {
        Call(
            service, name, .reach(.emergencyAccount, .account), done, attempt, change: change,
            undo: undo, gravity)
    }
}
