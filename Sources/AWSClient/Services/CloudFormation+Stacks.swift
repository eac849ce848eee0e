import XML

extension CloudFormation {
    /// A stack as it is deployed.
    public struct StackDescription: Sendable, Hashable {
        /// Its ARN, which stays when a stack of the same name is made again.
        public let id: String

        /// Its name.
        public let name: String

        /// `CREATE_COMPLETE`, `UPDATE_IN_PROGRESS`, ….
        public let status: String

        /// Why it has this status; nil if the service does not say.
        public let reason: String?

        /// Every parameter's value, defaults included; a secret one is `****`.
        public let parameters: [String: String]
    }

    /// What a stack is made of, or changed to.
    public struct StackInput: Sendable, Hashable {
        /// Its name.
        public var name: String

        /// Where the template is.
        public var template: TemplateSource

        /// The parameters that differ from the template's defaults.
        public var parameters: [String: String]

        /// Up to 128 characters; a repeated call with the same token does nothing.
        public var token: String?

        /// Makes the input of a call.
        public init(
            name: String, template: TemplateSource, parameters: [String: String],
            token: String? = nil
        ) {
            self.name = name
            self.template = template
            self.parameters = parameters
            self.token = token
        }
    }

    /// Where a template is.
    public enum TemplateSource: Sendable, Hashable {
        /// In the call: up to 51,200 bytes.
        case body(String)
        /// In a bucket: an `https` URL, with `versionId` for one version.
        case url(String)
    }

    /// Makes a stack that may have IAM resources with names.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html>
    ///
    /// - Parameter input: what it is made of.
    /// - Returns: a call that answers with the stack's ARN, before the stack is complete.
    public static func createStack(_ input: StackInput) -> AWS.Operation<String> {
        let name = "CreateStack"
        return AWS.Operation(service, name, .form(input.form)) { answer throws(AWS.Unreadable) in
            try require(answer.xmlResult(of: name).text("StackId"), "StackId")
        }
    }

    /// Changes a stack.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_UpdateStack.html>
    ///
    /// - Parameter input: what it is changed to. A parameter that is not given gets the template's default.
    /// - Returns: a call that answers whether there is anything to change, before it is changed.
    public static func updateStack(_ input: StackInput) -> AWS.Operation<Bool> {
        AWS.Operation(service, "UpdateStack", .form(input.form)) { _ in
            true
        } readError: { error, _ in
            error.message?.contains("No updates are to be performed") == true ? false : nil
        }
    }

    /// Deletes a stack; succeeds if it does not exist.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeleteStack.html>
    ///
    /// - Parameter stack: name or ARN.
    /// - Returns: a call that answers before the stack is gone.
    public static func deleteStack(_ stack: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "DeleteStack", .form(["StackName": stack])) { _ in }
    }

    /// Continues the rollback of an update that got stuck.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ContinueUpdateRollback.html>
    ///
    /// - Parameter stack: name or ARN, in `UPDATE_ROLLBACK_FAILED`.
    /// - Returns: a call that answers before it is undone.
    public static func continueUpdateRollback(_ stack: String) -> AWS.Operation<Void> {
        AWS.Operation(service, "ContinueUpdateRollback", .form(["StackName": stack])) { _ in }
    }

    /// Reads one stack.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html>
    ///
    /// - Parameter stack: name or ARN. A deleted stack is found by its ARN only.
    /// - Returns: a call that answers with the stack; nil if there is none.
    public static func describeStack(_ stack: String) -> AWS.Operation<StackDescription?> {
        let name = "DescribeStacks"
        return AWS.Operation(service, name, .form(["StackName": stack])) {
            answer throws(AWS.Unreadable) in
            let found = try answer.xmlResult(of: name).members("Stacks").first
            return try StackDescription(try require(found, "Stacks"))
        } readError: { error, _ in
            error.message?.contains("does not exist") == true ? .some(nil) : nil
        }
    }

    /// Lists the stacks of a Region that are not deleted, a page at a time.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html>
    ///
    /// - Parameter token: of the previous page.
    /// - Returns: a call that answers with a page.
    public static func describeStacks(
        token: String? = nil
    ) -> AWS.Operation<AWS.Page<StackDescription>> {
        var form: [String: String] = [:]
        form["NextToken"] = token
        let name = "DescribeStacks"
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            let result = try answer.xmlResult(of: name)
            return AWS.Page(
                try result.members("Stacks").map { stack throws(AWS.Unreadable) in
                    try StackDescription(stack)
                },
                next: result.text("NextToken"))
        }
    }

    /// Reads a stack's template, as it was sent.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_GetTemplate.html>
    ///
    /// - Parameter stack: name or ARN.
    /// - Returns: a call that answers with YAML or JSON.
    public static func getTemplate(of stack: String) -> AWS.Operation<String> {
        let name = "GetTemplate"
        let form = ["StackName": stack, "TemplateStage": "Original"]
        return AWS.Operation(service, name, .form(form)) { answer throws(AWS.Unreadable) in
            try require(answer.xmlResult(of: name).text("TemplateBody"), "TemplateBody")
        }
    }
}

extension CloudFormation.StackInput {
    fileprivate var form: [String: String] {
        var form = ["StackName": name, "Capabilities.member.1": "CAPABILITY_NAMED_IAM"]
        form["ClientRequestToken"] = token
        return form.adding(template).adding(parameters: parameters)
    }
}

extension [String: String] {
    /// The form with a template.
    func adding(_ template: CloudFormation.TemplateSource) -> Self {
        var form = self
        switch template {
        case .body(let text): form["TemplateBody"] = text
        case .url(let url): form["TemplateURL"] = url
        }
        return form
    }

    /// The form with parameters of a template.
    func adding(parameters: [String: String]) -> Self {
        var form = self
        for (index, (name, value)) in parameters.sorted(by: { $0.key < $1.key }).enumerated() {
            form["Parameters.member.\(index + 1).ParameterKey"] = name
            form["Parameters.member.\(index + 1).ParameterValue"] = value
        }
        return form
    }

    /// The form with a list of texts.
    func adding(_ list: [String], as name: String) -> Self {
        var form = self
        for (index, value) in list.enumerated() { form["\(name).member.\(index + 1)"] = value }
        return form
    }
}

extension CloudFormation.StackDescription {
    fileprivate init(_ stack: XMLElement) throws(AWS.Unreadable) {
        id = stack.text("StackId") ?? ""
        name = try require(stack.text("StackName"), "StackName")
        status = try require(stack.text("StackStatus"), "StackStatus")
        reason = stack.text("StackStatusReason")
        parameters = CloudFormation.parameters(in: stack)
    }
}

extension CloudFormation {
    /// The parameters that a stack or stack set has, by name.
    static func parameters(in element: XMLElement) -> [String: String] {
        element.members("Parameters").reduce(into: [:]) { values, parameter in
            guard let key = parameter.text("ParameterKey") else { return }
            values[key] = parameter.text("ParameterValue") ?? ""
        }
    }
}
