public import AccessPlan
import Partitions

extension Plan {
    /// The calls that make the rules of one Region, and the Region that each is sent to.
    func callsForRules(in region: String) -> [(action: String, region: String)] {
        let global = Partition.named(partition)?.globalRegion ?? region
        return [
            ("cloudformation:CreateStack", region), ("events:PutRule", region),
            ("events:PutTargets", region), ("sqs:CreateQueue", region),
            ("sqs:SetQueueAttributes", region), ("iam:CreateRole", global),
        ]
    }

    /// Who makes a stack set's stacks in an account: AWS chooses the end of the role's name.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-enable-trusted-access.html>
    public func stackSetRole(in account: String) -> String {
        roleARN("stacksets-exec-0123456789abcdef0123456789abcdef", in: account)
    }
}
