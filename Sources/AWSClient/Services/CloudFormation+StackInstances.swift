import XML

extension CloudFormation {
    /// A stack of a stack set.
    public struct StackInstance: Sendable, Hashable {
        /// Twelve digits.
        public let account: String

        /// The Region.
        public let region: String

        /// `CURRENT`, `OUTDATED`, `INOPERABLE`.
        public let status: String

        /// Why it has this status; nil if the service does not say.
        public let reason: String?
    }

    /// Which accounts of which units an operation is for.
    public struct Targets: Sendable, Hashable {
        /// Ids of units or of the root.
        public var units: [String]

        /// Accounts that narrow the units; empty where `filter` is `NONE`.
        public var accounts: [String]

        /// `NONE`, `INTERSECTION` or `DIFFERENCE`.
        public var filter: String

        /// The Regions.
        public var regions: [String]

        /// Makes targets.
        public init(units: [String], accounts: [String], filter: String, regions: [String]) {
            self.units = units
            self.accounts = accounts
            self.filter = filter
            self.regions = regions
        }
    }

    /// An operation on a stack set.
    public struct StackSetOperation: Sendable, Hashable {
        /// Its id.
        public let id: String

        /// `RUNNING`, `QUEUED`, `STOPPING`, `STOPPED`, `SUCCEEDED`, `FAILED`.
        public let status: String

        /// Whether it still goes on.
        public var isUnderWay: Bool { ["RUNNING", "QUEUED", "STOPPING"].contains(status) }
    }

    /// Makes the stacks of a stack set in further accounts and Regions.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackInstances.html>
    ///
    /// - Returns: a call that answers with the operation's id.
    public static func createStackInstances(
        of set: String, in targets: Targets, as callAs: CallAs, id: String
    ) -> AWS.Operation<String> {
        operation(
            "CreateStackInstances", id,
            form(set, callAs).adding(targets).merging(preferences) { $1 })
    }

    /// Deletes stacks of a stack set with what they hold.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStackInstances.html>
    ///
    /// - Returns: a call that answers with the operation's id.
    public static func deleteStackInstances(
        of set: String, in targets: Targets, as callAs: CallAs, id: String
    ) -> AWS.Operation<String> {
        var form = form(set, callAs).adding(targets).merging(preferences) { $1 }
        form["RetainStacks"] = "false"
        return operation("DeleteStackInstances", id, form)
    }

    /// The same for named accounts without units, the only form that emulators know.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStackInstances.html>
    ///
    /// - Returns: a call that answers with the operation's id.
    public static func deleteStackInstances(
        of set: String, accounts: [String], regions: [String], as callAs: CallAs, id: String
    ) -> AWS.Operation<String> {
        var form = form(set, callAs).adding(accounts, as: "Accounts").adding(regions, as: "Regions")
            .merging(preferences) { $1 }
        form["RetainStacks"] = "false"
        return operation("DeleteStackInstances", id, form)
    }

    /// Lists the stacks of a stack set, a page at a time.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackInstances.html>
    public static func listStackInstances(
        of set: String, as callAs: CallAs, token: String? = nil
    ) -> AWS.Operation<AWS.Page<StackInstance>> {
        summaries("ListStackInstances", form(set, callAs), token) { one throws(AWS.Unreadable) in
            StackInstance(
                account: try require(one.text("Account"), "Account"),
                region: try require(one.text("Region"), "Region"),
                status: try require(one.text("Status"), "Status"),
                reason: one.text("StatusReason"))
        }
    }

    /// Lists the operations on a stack set, the latest first, a page at a time; none without a stack set.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackSetOperations.html>
    public static func listStackSetOperations(
        of set: String, as callAs: CallAs, token: String? = nil
    ) -> AWS.Operation<AWS.Page<StackSetOperation>> {
        summaries("ListStackSetOperations", form(set, callAs), token) {
            one throws(AWS.Unreadable) in
            StackSetOperation(
                id: try require(one.text("OperationId"), "OperationId"),
                status: try require(one.text("Status"), "Status"))
        } readError: { error in
            error.code?.hasPrefix("StackSetNotFound") == true ? AWS.Page([], next: nil) : nil
        }
    }

    /// Reads an operation on a stack set.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackSetOperation.html>
    ///
    /// - Returns: a call that answers with the operation.
    public static func describeStackSetOperation(
        _ id: String, of set: String, as callAs: CallAs
    ) -> AWS.Operation<StackSetOperation> {
        var form = form(set, callAs)
        form["OperationId"] = id
        let name = "DescribeStackSetOperation"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let found = try require(
                answer.xmlResult(of: name)["StackSetOperation"], "StackSetOperation")
            return StackSetOperation(
                id: id, status: try require(found.text("Status"), "Status"))
        }
    }

    /// Lists what an operation did in each account and Region, a page at a time. `status` is
    /// `PENDING`, `RUNNING`, `SUCCEEDED`, `FAILED` or `CANCELLED`.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackSetOperationResults.html>
    public static func listStackSetOperationResults(
        of operation: String, on set: String, as callAs: CallAs, token: String? = nil
    ) -> AWS.Operation<AWS.Page<StackInstance>> {
        var form = form(set, callAs)
        form["OperationId"] = operation
        return summaries("ListStackSetOperationResults", form, token) { one in
            StackInstance(
                account: one.text("Account") ?? "", region: one.text("Region") ?? "",
                status: one.text("Status") ?? "", reason: one.text("StatusReason"))
        }
    }

    /// A call that answers with a page of `Summaries`.
    private static func summaries<Item: Sendable>(
        _ name: String, _ form: [String: String], _ token: String?,
        read: @escaping @Sendable (XMLElement) throws(AWS.Unreadable) -> Item,
        readError: @escaping @Sendable (AWS.ServiceError) -> AWS.Page<Item>? = { _ in nil }
    ) -> AWS.Operation<AWS.Page<Item>> {
        var form = form
        form["NextToken"] = token
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                try result.members("Summaries").map { one throws(AWS.Unreadable) in try read(one) },
                next: result.text("NextToken"))
        } readError: { error, _ in
            readError(error)
        }
    }
}

extension [String: String] {
    fileprivate func adding(_ targets: CloudFormation.Targets) -> Self {
        var form = adding(targets.units, as: "DeploymentTargets.OrganizationalUnitIds")
            .adding(targets.regions, as: "Regions")
        if !targets.accounts.isEmpty {
            form = form.adding(targets.accounts, as: "DeploymentTargets.Accounts")
            form["DeploymentTargets.AccountFilterType"] = targets.filter
        }
        return form
    }
}
