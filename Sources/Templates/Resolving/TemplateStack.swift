/// A template as CloudFormation makes a stack of it: with parameters, in one Region of one account.
///
/// What only a deployed stack has, such as the id of a key, is a stand-in of the same length.
public struct TemplateStack: Sendable {
    let template: TemplateValue
    let name: String
    let place: Place

    /// The parameters' values, defaults included: a text, or a list of texts.
    let parameters: [String: TemplateValue]

    /// Resources that get another id, by logical id: references to those without a name differ.
    private(set) var replaced: Set<String> = []

    /// Where a stack is.
    public struct Place: Sendable, Hashable {
        /// The twelve digits of the account.
        public let account: String
        /// The Region's code.
        public let region: String
        /// The Region's partition.
        public let partition: String

        /// Names a place.
        public init(account: String, region: String, partition: String) {
            self.account = account
            self.region = region
            self.partition = partition
        }
    }

    /// A resource that the stack creates.
    public struct Resource: Sendable, Hashable {
        /// Its logical id.
        public let id: String
        /// `AWS::Events::Rule`, ….
        public let type: String
        /// Its properties, without any function.
        public let properties: TemplateValue
        /// `DeletionPolicy`, if the template says one.
        public let deletionPolicy: String?
        /// `UpdateReplacePolicy`, if the template says one.
        public let updateReplacePolicy: String?
    }

    /// Reads a template's parameters.
    /// - Parameters:
    ///   - template: JSON, or YAML with the short forms of functions written out.
    ///   - name: of the stack.
    ///   - parameters: the values that differ from the template's defaults.
    ///   - place: where the stack is.
    /// - Throws: ``ResolutionError`` if a parameter is unknown, missing, or is not what the template allows.
    public init(
        _ template: TemplateValue, name: String, parameters: [String: String] = [:], in place: Place
    ) throws(ResolutionError) {
        self.template = template
        self.name = name
        self.place = place
        var values: [String: TemplateValue] = [:]
        let declared = template["Parameters"]?.members ?? []
        for parameter in declared {
            values[parameter.name] = try Self.value(
                of: parameter, given: parameters[parameter.name])
        }
        for name in parameters.keys.sorted() where values[name] == nil {
            throw .unknownParameter(name)
        }
        self.parameters = values
    }

    /// The resources that the stack creates: those of a type, or all, whose condition holds.
    public func resources(of type: String? = nil) throws(ResolutionError) -> [Resource] {
        var found: [Resource] = []
        for resource in template["Resources"]?.members ?? [] {
            guard let kind = resource.value["Type"]?.string, type == nil || kind == type else {
                continue
            }
            if let condition = resource.value["Condition"]?.string {
                guard try holds(condition) else { continue }
            }
            let properties = try resolve(resource.value["Properties"] ?? [:]) ?? [:]
            found.append(
                Resource(
                    id: resource.name, type: kind, properties: properties,
                    deletionPolicy: resource.value["DeletionPolicy"]?.string,
                    updateReplacePolicy: resource.value["UpdateReplacePolicy"]?.string))
        }
        return found
    }

    /// The same stack with other ids for some resources: what refers to them by an id that AWS makes
    /// differs, what refers to them by a name of the template does not.
    /// - Parameter resources: logical ids.
    /// - Returns: the stack.
    public func replacing(_ resources: Set<String>) -> TemplateStack {
        var other = self
        other.replaced = resources
        return other
    }
}
