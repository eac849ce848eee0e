import Calls

extension Alert {
    /// The page of the console for what holds for a whole account, by the service that was called;
    /// `nil` where none is known.
    var accountPage: String? {
        let region = regionalPlace.map { "?region=\($0)" } ?? ""
        switch eventSource.map(Service.init(eventSource:)) {
        case .organizations: return page("organizations/v2/home/accounts")
        case .iam:
            let isDelegation = eventName?.contains("Delegation") ?? false
            return page(isDelegation ? "iam/home" : "iam/home#/account_settings")
        case .sns: return page("sns/v3/home\(region)#/mobile/text-messaging")
        case .smsVoice: return page("sms-voice/home\(region)")
        case .cloudWatch: return page("cloudwatch/home\(region)#alarmsV2:")
        case .logs: return page("cloudwatch/home\(region)#logsV2:log-groups")
        case .s3: return page("s3/settings")
        case .account, .accountEvents:
            // The console of AWS GovCloud (US) has no page for it.
            return partition == "aws-us-gov" ? nil : page("billing/home#/account")
        default: return nil
        }
    }
}
