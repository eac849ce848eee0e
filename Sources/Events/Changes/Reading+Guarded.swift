import AccessPlan
import Calls

extension Reading {
    /// Any change of a guarded resource, by a call that no kind of event lists or under a parameter
    /// that it does not compare.
    func guardedNamed() -> (Watched, ResourceReference)? {
        guard watch.hasGuards, !record.isDataEvent, let source = record.eventSource,
            let name = record.eventName, !Call.everyday.contains(name)
        else { return nil }
        for parameter in Call.parameters(of: Service(eventSource: source)) {
            for value in record.request.all(parameter.name) {
                let reference = ResourceReference(
                    type: parameter.type, value: value, account: recordedIn ?? identity.accountID,
                    region: source == "iam.amazonaws.com" ? nil : region)
                if let watched = guarded(reference) { return (watched, reference) }
            }
        }
        return nil
    }

    private func guarded(_ reference: ResourceReference) -> Watched? {
        guard let watched = watch.resource(reference), watched.isGuarded, counts(watched) else {
            return nil
        }
        return watched
    }

    /// A guarded resource of which no parameter is known: anything that the call asks for names it.
    func guardedFound() -> (Watched, ResourceReference)? {
        guard watch.hasGuards, !record.isDataEvent else { return nil }
        for watched in watch.watched
        where watched.isGuarded && watched.eventSource == record.eventSource
            && watched.isSearchedFor && watched.isHeard(in: recordedIn, region)
        {
            guard let text = record.request.everyValue.first(where: watched.isNamed) else {
                continue
            }
            let isARN = ARN.isMeant(by: text)
            return (
                watched,
                ResourceReference(
                    type: watched.type, name: isARN ? watched.name : text, account: recordedIn,
                    region: region, arn: isARN ? text : nil)
            )
        }
        return nil
    }

    /// Whether an event may be about a watched resource that it names. That another service mentions a
    /// guarded resource does not change it. One that is searched for is heard in its own account.
    func counts(_ watched: Watched) -> Bool {
        guard watched.isGuarded else { return true }
        return watched.eventSource == record.eventSource
            && !Call.everyday.contains(record.eventName ?? "")
            && (!watched.isSearchedFor || watched.isHeard(in: recordedIn, nil))
    }
}

extension Watched {
    fileprivate func isHeard(in account: String?, _ region: String?) -> Bool {
        isIn(account: account ?? "", region: region)
    }
}
