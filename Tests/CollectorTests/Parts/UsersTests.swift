import Testing

@testable import Collector
@testable import Snapshots

struct UsersTests {
    /// user,arn,password_last_changed / BreakglassUser1,a,2027-01-15T08:00:00+00:00
    private static let report =
        "dXNlcixhcm4scGFzc3dvcmRfbGFzdF9jaGFuZ2VkCkJyZWFrZ2xhc3NVc2VyMSxhLDIwMjctMDEtMTVUMDg6MDA6MDArMDA6MDAK"

    private func user(
        _ override: @escaping @Sendable (StandInAWS.Call) -> StandInAWS.Reply
    ) async -> Observed<Snapshot.User> {
        await StandInAWS.iam { call in
            let reply = override(call)
            if case .usual = reply, call.operation == "GetCredentialReport" {
                return StandInAWS.query(call.operation, "<Content>\(Self.report)</Content>")
            }
            return reply
        }.snapshot().emergencyAccount.user("BreakglassUser1")
    }

    @Test func `a user is read with all it can sign in with`() async throws {
        let user = try await user { call in
            switch call.operation {
            case "ListAccessKeys":
                StandInAWS.query(
                    call.operation,
                    "<AccessKeyMetadata><member><AccessKeyId>AKIA1</AccessKeyId>"
                        + "<Status>Inactive</Status></member></AccessKeyMetadata>")
            case "ListMFADevices":
                StandInAWS.query(
                    call.operation,
                    "<MFADevices><member><SerialNumber>arn:aws:iam::1:mfa/a</SerialNumber></member>"
                        + "</MFADevices>")
            default: .usual
            }
        }.get()
        #expect(
            try user.credentials.whole()
                == [.init(kind: .accessKey, id: "AKIA1", status: "Inactive")])
        #expect(try user.mfaDevices.whole().map(\.isTOTP) == [true])
        #expect(try user.loginProfile.get().resetRequired == false)
        #expect(try user.passwordLastChanged.get() == 1_800_000_000)
        #expect(try user.groups.whole().isEmpty && user.boundary == nil)
    }

    @Test func `the keys are not complete if one kind cannot be listed`() async throws {
        let user = try await user {
            $0.operation == "ListSSHPublicKeys" ? .refuseXML("AccessDenied") : .usual
        }.get()
        #expect(user.credentials.unread?.reason == .denied)
        #expect(try user.mfaDevices.whole().isEmpty)
    }

    @Test(arguments: [
        ("user,password_last_changed\nu,N/A", Unavailable.Reason.malformed),
        ("user,password_last_changed\nv,2027-01-15T08:00:00+00:00", .notReached),
        ("name,changed\nu,2027-01-15T08:00:00+00:00", .malformed), ("", .malformed),
    ])
    func `a report without the date has the reason`(text: String, reason: Unavailable.Reason) {
        let date = CredentialReport(.observed(text)).date(of: "u")
        #expect(date.unread?.reason == reason)
    }

    @Test func `no password, no policy, no user: facts, not failures`() async throws {
        let aws = StandInAWS.iam { call in
            ["GetLoginProfile", "GetAccountPasswordPolicy"].contains(call.operation)
                ? .refuseXML("NoSuchEntity") : .usual
        }
        let account = await aws.snapshot().emergencyAccount
        #expect(account.passwordPolicy.isMissing)
        #expect(try account.user("BreakglassUser1").get().loginProfile.isMissing)
        let gone = await user { $0.operation == "GetUser" ? .refuseXML("NoSuchEntity") : .usual }
        #expect(gone.isMissing)
    }
}
