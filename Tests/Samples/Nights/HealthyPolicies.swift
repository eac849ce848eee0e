/// Policies as the templates render them.
package enum HealthyPolicies {
    package static func samlTrust(provider: String) -> String {
        """
        {"Version":"2012-10-17","Statement":[
         {"Sid":"PeopleComeThroughTheProvider","Effect":"Allow",
          "Principal":{"Federated":"\(provider)"},"Action":"sts:AssumeRoleWithSAML",
          "Condition":{"StringEquals":{"SAML:aud":[
           "https://signin.aws.amazon.com/saml","https://us-east-1.signin.aws.amazon.com/saml",
           "https://eu-west-1.signin.aws.amazon.com/saml"]}}},
         {"Sid":"TheirNameGoesWithThem","Effect":"Allow",
          "Principal":{"Federated":"\(provider)"},
          "Action":["sts:SetSourceIdentity","sts:TagSession"]}]}
        """
    }

    package static func hops(to roles: [String]) -> String {
        let list = roles.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
             "Action":["sts:AssumeRole","sts:SetSourceIdentity","sts:TagSession"],
             "Resource":[\(list)]}]}
            """
    }

    package static func roleTrust(account: String, role: String) -> String {
        """
        {"Version":"2012-10-17","Statement":[
         {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\(account):root"},
          "Action":["sts:AssumeRole","sts:SetSourceIdentity","sts:TagSession"],
          "Condition":{"ArnEquals":{"aws:PrincipalArn":"\(role)"}}}]}
        """
    }

    package static func userTrust(account: String, users: [String]) -> String {
        let list = users.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::\(account):root"},
              "Action":"sts:AssumeRole",
              "Condition":{"ArnEquals":{"aws:PrincipalArn":[\(list)]},
               "Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}
            """
    }

    package static func user(roles: [String]) -> String {
        let list = roles.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"Version":"2012-10-17","Statement":[
             {"Sid":"TakeRoles","Effect":"Allow","Action":"sts:AssumeRole","Resource":[\(list)]},
             {"Sid":"SeeSignIn","Effect":"Allow",
              "Action":["iam:GetUser","iam:ListMFADevices","iam:ListVirtualMFADevices"],
              "Resource":"*"},
             {"Sid":"SetUpSignIn","Effect":"Allow",
              "Action":["iam:ChangePassword","iam:CreateVirtualMFADevice","iam:EnableMFADevice"],
              "Resource":["arn:aws:iam::123456789012:user/${aws:username}",
               "arn:aws:iam::123456789012:mfa/${aws:username}*"]},
             {"Sid":"NothingElseWithoutMFA","Effect":"Deny",
              "NotAction":["iam:ChangePassword","iam:CreateVirtualMFADevice",
               "iam:EnableMFADevice","iam:GetUser","iam:ListMFADevices"],
              "Resource":"*",
              "Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}
            """
    }

    package static let boundary = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
         "Resource":"arn:aws:iam::*:role/BreakGlassRole",
         "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}
        """

    package static let bus = """
        {"Version":"2012-10-17","Statement":[
         {"Effect":"Allow",
          "Principal":{"AWS":["arn:aws:iam::123456789012:root","arn:aws:iam::111122223333:root",
           "222233334444"]},
          "Action":"events:PutEvents",
          "Resource":"arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub",
          "Condition":{"ArnLike":{"aws:SourceArn":["arn:aws:events:*:*:rule/breakglass-*",
           "arn:aws:events:*:123456789012:rule/aws.partner/*/breakglass-idp"]}}},
         {"Effect":"Deny","Principal":"*","Action":"events:PutEvents",
          "Resource":"arn:aws:events:eu-west-1:123456789012:event-bus/breakglass-hub",
          "Condition":{"ArnNotLike":{"aws:SourceArn":["arn:aws:events:*:*:rule/breakglass-*",
           "arn:aws:events:*:123456789012:rule/aws.partner/*/breakglass-idp"]},
           "ArnNotEquals":{"aws:PrincipalArn":
            "arn:aws:iam::123456789012:role/breakglass-drift-checker"}}}]}
        """

    private static let publishers = """
        ["arn:aws:iam::123456789012:role/breakglass-sns-publisher",
         "arn:aws:iam::123456789012:role/breakglass-sns-publisher-standby"]
        """

    package static let topic = """
        {"Version":"2012-10-17","Statement":[
         {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
          "Action":"sns:Publish","Resource":"*",
          "Condition":{"ArnEquals":{"aws:PrincipalArn":\(publishers)}}},
         {"Effect":"Deny","Principal":"*","Action":"sns:Publish","Resource":"*",
          "Condition":{"ArnNotEquals":{"aws:PrincipalArn":\(publishers)}}},
         {"Effect":"Deny","Principal":"*","Action":"sns:Publish","Resource":"*",
          "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
        """

    package static let key = """
        {"Version":"2012-10-17","Statement":[
         {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
          "Action":["kms:DescribeKey","kms:PutKeyPolicy","kms:EnableKey"],"Resource":"*"},
         {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
          "Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"*",
          "Condition":{"StringEquals":{"kms:ViaService":"sns.eu-west-1.amazonaws.com"},
           "ArnEquals":{"aws:PrincipalArn":\(publishers)}}}]}
        """

    package static let enricher = """
        {"Version":"2012-10-17","Statement":[
         {"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},
          "Action":"lambda:InvokeFunction","Resource":"*",
          "Condition":{"ArnLike":{"AWS:SourceArn":
           "arn:aws:events:eu-west-1:123456789012:rule/breakglass-hub/breakglass-hub"}}}]}
        """

    package static let criticalPublisher = enricher.replacing(
        "breakglass-hub/breakglass-hub", with: "breakglass-sweep")
}
