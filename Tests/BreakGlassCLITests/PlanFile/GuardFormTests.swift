import AccessPlan
import Testing

@testable import BreakGlassCLI

@Suite struct GuardFormTests {
    private static func objection(_ text: String, partition: String = "aws") -> String? {
        guard let arn = try? ARN(text) else { return "not an ARN" }
        return GuardForm(arn, partition: partition).objection.map { "\($0.fact)\n\($0.hint ?? "")" }
    }

    @Test(arguments: [
        "arn:aws:iam::*:role/Legacy", "arn:aws:iam::1111222?3333:role/Legacy",
        "arn:aws:iam::1111*:user/Legacy*", "arn:aws:iam::111122223333:role/Leg*y",
        "arn:aws:iam::111122223333:role/*Legacy", "arn:aws:iam::111122223333:role/Leg?cy",
        "arn:aws:iam::111122223333:role/aws-reserved/*/Legacy_*",
        "arn:aws:iam::111122223333:policy/*", "arn:aws:sns:*:111122223333:pages",
        "arn:aws:sns:eu-*:*:**", "arn:aws:sqs:eu-west-1:111122223333:*-dlq",
        "arn:aws:lambda:eu-west-1:111122223333:function:pages:*",
        "arn:aws:lambda:eu-west-1:111122223333:function:*-prod:PROD",
        "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/*:*",
        "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:My alarm *", "arn:aws:s3:::logs-*",
        "arn:aws:s3:eu-west-1:111122223333:accesspoint/one",
        "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/*",
        "arn:aws:events:eu-west-1:111122223333:rule/bus/page-*",
        "arn:aws:sns:eu-west-9:111122223333:pages",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/*",
        "arn:aws:route53:::hostedzone/Z0123456789", "arn:aws:iam::0123456789012:user/Alice",
        "arn:aws:organizations::111122223333:policy/o-1/service_control_policy/p-*",
    ])
    func `a form that is watched is accepted`(arn: String) {
        #expect(Self.objection(arn) == nil)
    }

    @Test(arguments: [
        ("arn:*:iam::111122223333:role/R", "write \"arn:aws:iam::111122223333:role/R\""),
        ("arn:aws-cn:iam::111122223333:role/R", "in partition aws-cn"),
        ("arn:aws:*::111122223333:role/R", "wildcard may stand in the service"),
        ("arn:aws:lam?da:eu-west-1:111122223333:function:f", "wildcard may stand in the service"),
        ("arn:aws:lamda:eu-west-1:111122223333:function:f", "did you mean \"lambda\"?"),
        ("arn:aws:iam::111122223333:*", "wildcard may stand in the kind"),
        ("arn:aws:iam::111122223333:ro*/R", "wildcard may stand in the kind"),
        ("arn:aws:iam::111122223333:roles/R", "did you mean \"role\"?"),
        ("arn:aws:iam::111122223333:role", "it names no resource"),
        ("arn:aws:iam::111122223333:role/", "it names no resource"),
        ("arn:aws:iam:::role/R", "its account is missing"),
        ("arn:aws:iam::production:role/R", "not an account id"),
        ("arn:aws:iam::11112222?:role/R", "not an account id"),
        ("arn:aws:iam::aws:policy/ReadOnlyAccess", "it belongs to AWS"),
        ("arn:aws:iam:*:111122223333:role/R", "has no Region"),
        ("arn:aws:sns::111122223333:pages", "its Region is missing"),
        ("arn:aws:sns:EU:111122223333:pages", "is not a Region's code"),
        ("arn:aws:iam::111122223333:role/*", "it stands for every role"),
        ("arn:aws:iam::111122223333:user/?*", "it stands for every user"),
        ("arn:aws:iam::111122223333:role/*R*", "how its name begins or ends"),
        ("arn:aws:iam::111122223333:role/team/*", "without its path"),
        ("arn:aws:iam::*:role/R*", "one entry for each account"),
        ("arn:aws:sns:eu-wset-1:111122223333:pages", "sns:eu-west-1:111122223333:pages\""),
        ("arn:aws:sns:us-gov-west-1:111122223333:pages", "is in partition aws-us-gov"),
        ("arn:aws:lambda:eu-west-1:111122223333:function", "function:NAME\""),
        ("arn:aws:lambda:eu-west-1:111122223333:pages", "function:pages\""),
        ("arn:aws:kms:eu-west-1:111122223333:key/alias/a", "111122223333:alias/a\""),
        ("arn:aws:monitoring:*:111122223333:alarm:a", "cloudwatch:*:111122223333:alarm:a\""),
        ("arn:aws:iam::111122223333:role/Rö", "up to 64"),
        ("arn:aws:sns:*:111122223333:pages\\*", "nothing can have the name"),
        ("arn:aws:s3:::bucket/folder/*", "write \"arn:aws:s3:::bucket\""),
        ("arn:aws:s3:*:*:bucket", "write \"arn:aws:s3:::bucket\""),
        ("arn:aws:sts::111122223333:assumed-role/R/dana", "arn:aws:iam::111122223333:role/R\""),
    ])
    func `a form that would not be heard is refused, with what to write`(arn: String, says: String)
    {
        #expect(Self.objection(arn)?.contains(says) == true)
    }

    @Test func `the place of a refused form is that of its entry`() {
        let text = """
            organization: example
            emergencyAccount: "123456789012"
            regions: { home: eu-west-1 }
            guard:
              - "arn:aws:iam::111122223333:role/Legacy"
              - "arn:aws:iam::111122223333:role/*"
            """
        #expect {
            try PlanFile(name: "plan.yaml", text: text).plan()
        } throws: { error in
            let problem = (error as? PlanProblems)?.all.first
            return problem?.line == 6 && problem?.column == 5
                && problem?.fact.hasPrefix("guard is \"arn:aws:iam::111122223333:role/*\"") == true
        }
    }
}
