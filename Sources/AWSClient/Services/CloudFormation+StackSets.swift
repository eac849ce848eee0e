import XML

extension CloudFormation {
    /// For whom stack sets are managed.
    public enum CallAs: String, Sendable {
        /// The management account calls.
        case ownAccount = "SELF"
        /// A delegated administrator calls.
        case delegatedAdministrator = "DELEGATED_ADMIN"
    }

    /// A stack set as it is deployed.
    public struct StackSet: Sendable, Hashable {
        /// Its template, as it was sent.
        public let template: String

        /// The parameters that were given to it, without defaults.
        public let parameters: [String: String]
    }

    /// What a stack set is made of, or changed to.
    public struct StackSetInput: Sendable, Hashable {
        /// Its name.
        public var name: String

        /// Where the template is.
        public var template: TemplateSource

        /// The parameters that differ from the template's defaults.
        public var parameters: [String: String]

        /// Whether accounts that come to its units get a stack, too; those that leave keep theirs.
        public var isAutomatic: Bool

        /// Who calls.
        public var callAs: CallAs

        /// A new id for the operation: a repeated call with the same id does nothing.
        public var id: String

        /// Makes the input of a call.
        public init(
            name: String, template: TemplateSource, parameters: [String: String],
            isAutomatic: Bool, callAs: CallAs, id: String
        ) {
            self.name = name
            self.template = template
            self.parameters = parameters
            self.isAutomatic = isAutomatic
            self.callAs = callAs
            self.id = id
        }
    }

    /// Reads a stack set.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackSet.html>
    ///
    /// - Parameters:
    ///   - set: its name.
    ///   - callAs: who calls.
    /// - Returns: a call that answers with the stack set; nil if there is none.
    public static func describeStackSet(
        _ set: String, as callAs: CallAs
    ) -> AWS.Operation<StackSet?> {
        let name = "DescribeStackSet"
        return AWS.Operation(service, name, .form(form(set, callAs))) {
            answer throws(AWS.Unreadable) in
            let found = try require(answer.xmlResult(of: name)["StackSet"], "StackSet")
            if found.text("Status") == "DELETED" { return nil }
            return StackSet(
                template: found.text("TemplateBody") ?? "", parameters: parameters(in: found))
        } readError: { error, _ in
            error.code?.hasPrefix("StackSetNotFound") == true ? .some(nil) : nil
        }
    }

    /// Makes a stack set that the organization's units get stacks of, as yet without a stack.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackSet.html>
    ///
    /// - Parameter input: what it is made of.
    /// - Returns: a call that answers with its id.
    public static func createStackSet(_ input: StackSetInput) -> AWS.Operation<String> {
        let name = "CreateStackSet"
        var form = input.form
        form["Description"] = "Break Glass, made of the plan"
        form["ClientRequestToken"] = input.id
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            try require(answer.xmlResult(of: name).text("StackSetId"), "StackSetId")
        }
    }

    /// Changes a stack set and all of its stacks.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStackSet.html>
    ///
    /// - Parameter input: what it is changed to.
    /// - Returns: a call that answers with the operation's id, before the stacks are changed.
    public static func updateStackSet(_ input: StackSetInput) -> AWS.Operation<String> {
        operation("UpdateStackSet", input.id, input.form.merging(preferences) { $1 })
    }

    /// Deletes a stack set without stacks; succeeds if it does not exist.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStackSet.html>
    public static func deleteStackSet(_ set: String, as callAs: CallAs) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteStackSet", .form(form(set, callAs))) { _ in
        } readError: { error, _ in
            error.code?.hasPrefix("StackSetNotFound") == true ? () : nil
        }
    }

    /// Lists the names of the stack sets that are not deleted, a page at a time.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ListStackSets.html>
    public static func listStackSets(
        as callAs: CallAs, token: String? = nil
    ) -> AWS.Operation<AWS.Page<String>> {
        var form = ["CallAs": callAs.rawValue, "Status": "ACTIVE"]
        form["NextToken"] = token
        let name = "ListStackSets"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                result.members("Summaries").filter { $0.text("Status") != "DELETED" }
                    .compactMap { $0.text("StackSetName") },
                next: result.text("NextToken"))
        }
    }

    /// The fields that name a stack set.
    static func form(_ set: String, _ callAs: CallAs) -> [String: String] {
        ["StackSetName": set, "CallAs": callAs.rawValue]
    }

    /// A call that starts an operation, and answers with the operation's id.
    static func operation(
        _ name: String, _ id: String, _ form: [String: String]
    ) -> AWS.Operation<String> {
        let form = form.merging(["OperationId": id]) { $1 }
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            try require(answer.xmlResult(of: name).text("OperationId"), "OperationId")
        } readError: { error, _ in
            // The answer to the first try was lost.
            error.code?.hasPrefix("OperationIdAlreadyExists") == true ? id : nil
        }
    }

    /// If one account fails, the others go on: who failed is named at the end.
    static let preferences = [
        "OperationPreferences.RegionConcurrencyType": "PARALLEL",
        "OperationPreferences.MaxConcurrentPercentage": "100",
        "OperationPreferences.FailureTolerancePercentage": "100",
    ]
}

extension CloudFormation.StackSetInput {
    fileprivate var form: [String: String] {
        var form = CloudFormation.form(name, callAs)
        form["Capabilities.member.1"] = "CAPABILITY_NAMED_IAM"
        form["PermissionModel"] = "SERVICE_MANAGED"
        form["AutoDeployment.Enabled"] = isAutomatic ? "true" : "false"
        if isAutomatic { form["AutoDeployment.RetainStacksOnAccountRemoval"] = "true" }
        form["ManagedExecution.Active"] = "true"
        return form.adding(template).adding(parameters: parameters)
    }
}
