import Testing

@testable import Calls

@Suite struct ManagedPolicyTests {
    @Test(arguments: [
        (
            "arn:aws:iam::aws:policy/AdministratorAccess",
            "AdministratorAccess (AWS's own: may do everything)", false
        ),
        (
            "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3",
            "AWSCompromisedKeyQuarantineV3 (AWS's own quarantine of a leaked key)", true
        ),
        (
            "arn:aws-us-gov:iam::aws:policy/AWSDenyAll",
            "AWSDenyAll (AWS's own: denies everything)", true
        ),
        (
            "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess", "ViewOnlyAccess (AWS's own)",
            false
        ),
        (
            "arn:aws:iam::111122223333:policy/AdministratorAccess",
            "AdministratorAccess (a policy of the account)", false
        ),
        (
            "arn:aws:iam::111122223333:policy/AWSDenyAll", "AWSDenyAll (a policy of the account)",
            false
        ),
    ])
    func `AWS's own policies are told from those that only have their names`(
        arn: String, words: String, isBarrier: Bool
    ) {
        let policy = ManagedPolicy(arn)
        #expect(policy.words == words)
        #expect(policy.isBarrier == isBarrier)
    }
}
