public import AccessPlan

extension Call {
    /// A request parameter, and the kind of resource that it names.
    public struct Parameter: Sendable, Hashable {
        /// The parameter's name.
        public let name: String

        /// What it names.
        public let type: ResourceKind
    }

    /// How an event says what it changes, and when that counts.
    public struct Target: Sendable {
        /// When a call counts.
        public enum Reach: Sendable, Hashable {
            /// It names a watched resource.
            case named
            /// The same; without a name, IAM means the caller.
            case namedOrCaller
            /// It names a bus of ours, or the default bus of an account of the plan: without a name,
            /// EventBridge means that one.
            case bus
            /// It is about an account of the plan, by `accountId` or `targetId`.
            case account
            /// The same; without one, it is the account where it was recorded.
            case ownAccount
            /// It is about the root user of an account of the plan.
            case root
            /// It switches a Region of an account of the plan on or off.
            case region
            /// It changes what holds for the whole emergency access account, e.g. its password policy.
            case emergencyAccount
            /// It changes who may sign in to the console: of an account of the plan or of the whole
            /// organization, by `targetId`, else of the account where it was recorded.
            case consoleSignIn
            /// It changes an emergency group, the federation app or the identity store that the plan
            /// names, by `groupId`, `applicationArn`, or `identityStoreId` and `directoryId`.
            case identityProvider
            /// It changes an organization's policy: watched by its id, or by what it is attached to.
            case policy
            /// It changes the organization as a whole.
            case organization
            /// The same, if the service it names is one that emergency access relies on.
            case trustedService
        }

        /// The parameters that name what is changed, most precise first.
        public let parameters: [Parameter]

        /// When it counts.
        public let reach: Reach

        /// The kind of resource that is changed.
        public let type: ResourceKind

        /// By parameters of the request; `also` are further ones, each with the kind that it names.
        static func named(
            _ type: ResourceKind, _ names: String...,
            also: KeyValuePairs<ResourceKind, String> = [:], orCaller: Bool = false
        ) -> Target {
            Target(
                parameters: names.map { Parameter(name: $0, type: type) }
                    + also.map { Parameter(name: $1, type: $0) },
                reach: orCaller ? .namedOrCaller : .named, type: type)
        }

        /// A bus of ours by a parameter, or the default bus.
        static func bus(_ name: String) -> Target {
            Target(
                parameters: [Parameter(name: name, type: .eventBus)], reach: .bus, type: .eventBus)
        }

        /// Without a resource of its own.
        static func reach(_ reach: Reach, _ type: ResourceKind) -> Target {
            Target(parameters: [], reach: reach, type: type)
        }
    }
}
