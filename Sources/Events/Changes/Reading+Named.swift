import AccessPlan
import Alerts
import Calls
import Text

extension Reading {
    /// Compares what a call names with what is watched.
    mutating func takeNamed(_ call: Call) {
        let orCaller = call.target.reach == .namedOrCaller
        for parameter in call.target.parameters {
            for value in record.request.all(parameter.name) {
                if takeNamed(value, as: parameter.type, isGlobal: call.service.isGlobal) { return }
                if orCaller, isRootMarker(value), takeCaller() { return }
            }
        }
        let namesNobody = call.target.parameters.allSatisfy { record.request[$0.name] == nil }
        // A denial leaves out whose it is, but nobody changes another one's password by ChangePassword.
        let isOwn =
            record.errorCode == nil || record.request.isPresent || call.name == "ChangePassword"
        if orCaller, namesNobody, isOwn, takeCaller() { return }
        takeNamedARN(of: call.service)
        if namesNobody { takeUnnamed() }
    }

    /// Any ARN in the request, under `resources` or in the error message that is watched: for
    /// APIs that no entry knows, and for parameters that no entry names.
    ///
    /// - Parameter service: the service, where its own parameters are known: then an ARN of another
    ///   service in the request is only mentioned, like the topic of an alarm.
    mutating func takeNamedARN(of service: Service? = nil) {
        guard !alert.due, !isDailyWork else { return }
        for value in record.request.values where ARN.isMeant(by: value) {
            guard let arn = try? ARN(value), arn.belongs(to: service) else { continue }
            let reference = ResourceReference(arn)
            // Guarded resources are named by the parameters that the rules read.
            guard watch.resource(reference)?.isGuarded != true else { continue }
            if takeResource(reference) { return }
        }
        for value in record.resourceARNs {
            if let arn = try? ARN(value), takeResource(ResourceReference(arn)) { return }
        }
        if let (watched, reference) = guardedNamed() ?? guardedFound() {
            return take(watched, reference)
        }
        guard let denied = record.errorMessage.flatMap(DeniedResource.init) else { return }
        if let type = denied.type {
            _ = takeNamed(denied.name, as: type, isGlobal: true)
        } else if let arn = try? ARN(denied.name) {
            _ = takeResource(ResourceReference(arn))
        }
    }

    /// Everyday use of a resource: data events by services and by our own functions, and what AWS
    /// does automatically, such as rotating a key.
    ///
    /// Without this, each alert would cause the next one if a trail records data events.
    var isDailyWork: Bool {
        if record.eventType?.lowercased() == "awsserviceevent" {
            return !isListed
        }
        guard record.isDataEvent else { return false }
        // A deployment reads its canaries and deletes them.
        let isCanaryQueue =
            !record.resourceARNs.isEmpty
            && record.resourceARNs.allSatisfy { $0.hasSuffix(":\(AlertPathNames.canaryQueue)") }
        return isCanaryQueue || identity.type == "AWSService"
            || watch.isInfrastructureRole(identity.name)
    }

    /// CloudTrail leaves out a request of more than 100 KB. The response may name the resource. If not,
    /// the event raises an alert: one alert too many is better than one too few.
    private mutating func takeUnnamed() {
        guard !alert.due, record.request.isOmitted else { return }
        for value in record.response.values {
            guard let arn = try? ARN(value) else { continue }
            if takeResource(ResourceReference(arn)) { return }
            return
        }
        alert.kind = .tamper
        alert.due = true
        alert.notLookedUp.append("CloudTrail left out what was asked for: too long to be recorded")
    }

    mutating func takeNamed(_ value: String, as type: ResourceKind, isGlobal: Bool) -> Bool {
        takeResource(
            ResourceReference(
                type: type, value: value, account: recordedIn ?? identity.accountID,
                region: isGlobal ? nil : region),
            as: type)
    }

    /// States what was changed, if it is watched.
    mutating func takeResource(
        _ reference: ResourceReference, as type: ResourceKind? = nil
    ) -> Bool {
        guard let watched = watch.resource(reference), counts(watched) else { return false }
        take(watched, reference, as: type)
        return true
    }

    private mutating func take(
        _ watched: Watched, _ reference: ResourceReference, as type: ResourceKind? = nil
    ) {
        alert.kind = .tamper
        alert.due = true
        alert.resource = Alert.Resource(
            type: reference.type.isKMS ? .kmsKey : type ?? reference.type,
            arn: reference.arn ?? fullARN(of: watched, named: reference))
        alert.resource.isGuarded = watched.isGuarded
    }

    /// The ARN of the named resource: that of the watch list, with its unknown parts filled in.
    private func fullARN(of watched: Watched, named reference: ResourceReference) -> String {
        guard watched.arn.hasWildcard, let arn = try? ARN(watched.arn) else { return watched.arn }
        let account = arn.account.hasWildcard ? reference.account ?? "*" : arn.account
        let region = arn.region.hasWildcard ? reference.region ?? "*" : arn.region
        // The name of a log group may contain what elsewhere ends a path.
        let cut =
            watched.name.hasWildcard && arn.resource.hasSuffix(watched.name)
            ? arn.resource.index(arn.resource.endIndex, offsetBy: -watched.name.count)
            : (arn.resource.lastIndex { $0 == "/" || $0 == ":" }).map(arn.resource.index(after:))
        let path = cut.map { arn.resource[..<$0] } ?? ""
        return ARN.text(
            partition: arn.partition, service: arn.service, region: region, account: account,
            resource: path + reference.name)
    }

    /// "AWS ROOT USER" is how IAM names root in `userName`.
    private func isRootMarker(_ value: String) -> Bool { value == "AWS ROOT USER" }

    /// A change to the caller's own credentials.
    private mutating func takeCaller() -> Bool {
        let account = identity.accountID ?? recordedIn
        if identity.isRoot, watch.isWatchedRoot(of: account) {
            alert.kind = .tamper
            alert.due = true
            alert.resource = Alert.Resource(
                type: .iamUser, arn: identity.arn ?? watch.rootARN(of: account))
            return true
        }
        guard identity.type == "IAMUser", let name = identity.name else { return false }
        return takeResource(
            ResourceReference(type: .iamUser, value: name, account: account, region: nil))
    }
}

extension ARN {
    /// Whether it is a resource of that service; any is, without one.
    func belongs(to owner: Service?) -> Bool {
        guard let owner else { return true }
        return owner == .cloudWatch ? service == "cloudwatch" : service == owner.word
    }
}
