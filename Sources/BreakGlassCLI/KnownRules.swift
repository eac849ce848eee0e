import AccessPlan
import TemplateFiles
import Templates
import Text

/// The rules that a plan's deployment makes, each account and Region resolved once.
struct KnownRules {
    private let rules: StandingRules
    private var known: [TemplateStack.Place: [StandingRule]] = [:]

    init(_ plan: Plan) throws(CommandError) {
        do {
            rules = try StandingRules(of: plan)
        } catch {
            throw .noRules("\(error)")
        }
    }

    /// Whether an event reaches the hub.
    mutating func delivery(of event: [UInt8]) throws(CommandError) -> EventDelivery {
        // EventBridge carries nothing but JSON: what is broken was broken later.
        guard let event = JSON(event) else { return .unknown }
        do {
            return try rules.delivery(of: event) { place throws(StandingRuleError) in
                if let here = known[place] { return here }
                let here = try rules.rules(in: place)
                known[place] = here
                return here
            }
        } catch {
            throw .noRules("\(error)")
        }
    }
}
