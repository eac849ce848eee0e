import AccessPlan
import Alerts
import Calls
import Text

extension Reading {
    /// A call that no row lists. If it is not a read and names something of ours, it is due, known or
    /// not.
    mutating func takeUnlisted() {
        guard !isRead else { return }
        takeNamedARN()
        takeUnlistedSignInCall()
        guard !alert.due, !isDailyWork,
            let service = record.eventSource.map(Service.init(eventSource:)),
            let name = record.eventName, !Call.isEveryday(service, EventName.withoutVersion(name))
        else { return }
        let parameters = Call.parameters(of: service)
        guard !parameters.isEmpty, let offset = record.requestOffset else { return }
        takeNamed(in: delivery.json(at: offset), by: parameters, of: service)
    }

    /// Searches a request, however deep, for the parameters that name a resource in any call of the
    /// service, and for ARNs of the service.
    mutating func takeNamed(
        in value: JSON, as types: [ResourceKind] = [], by parameters: [Call.Parameter],
        of service: Service
    ) {
        switch value {
        case .object(let members):
            for (key, member) in members.sorted(by: { $0.key < $1.key })
            where !alert.due && !Secrets.isMember(key) {
                let types = parameters.filter { $0.name.isSameName(as: key) }.map(\.type)
                takeNamed(in: member, as: types, by: parameters, of: service)
            }
        case .array(let elements):
            for element in elements where !alert.due {
                takeNamed(in: element, as: types, by: parameters, of: service)
            }
        case .string(let text):
            for type in types where !alert.due {
                _ = takeNamed(text, as: type, isGlobal: service.isGlobal)
            }
            guard !alert.due, ARN.isMeant(by: text), let arn = try? ARN(text),
                arn.belongs(to: service)
            else { return }
            _ = takeResource(ResourceReference(arn))
        default: break
        }
    }
}
