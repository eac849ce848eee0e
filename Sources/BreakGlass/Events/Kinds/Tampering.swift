/// One kind of resource that can be tampered with, and how its service's events name it.
struct Tampering: Sendable {
    /// What happens, as a sentence without a full stop.
    let title: String

    /// CloudTrail's `eventSource`.
    let source: String

    /// CloudTrail's `eventName`s.
    let names: [String]

    /// The word for the resource that the parameters name.
    let type: String

    /// The request parameters that name it, most telling first.
    let parameters: [String]

    /// Without any of them, IAM means the caller.
    var orCaller = false

    /// Global services' resources have no Region.
    var isGlobal = false

    /// The catalogue: the access itself, the path that tells of it, and what deployed both.
    static let all =
        users + roles + providers + rules + topics + keys + trails + functions + stores + clocks
        + stacks
}

extension EventKind {
    /// A change to what is ours.
    init(_ tampering: Tampering) {
        self.init(title: tampering.title, source: tampering.source, names: tampering.names) {
            $0.takeTampering(tampering)
        }
    }

    /// Every way to change the access itself or the path that tells of it.
    static let tampering: [EventKind] =
        [passwordUpdated] + Tampering.all.map(EventKind.init) + organization + regions
}

extension Reading {
    /// Compares what the event names with what is watched.
    mutating func takeTampering(_ tampering: Tampering) {
        let place = tampering.isGlobal ? nil : region
        for parameter in tampering.parameters {
            for value in record.request.all(parameter) {
                let reference = ResourceReference(
                    type: tampering.type, value: value, account: recordedIn, region: place)
                if takeResource(reference, as: tampering.type) { return }
                if tampering.orCaller, isRootMarker(value), takeCaller(tampering) { return }
            }
        }
        let namesNobody = tampering.parameters.allSatisfy { record.request[$0] == nil }
        if tampering.orCaller, namesNobody, takeCaller(tampering) { return }
        takeNamedARN()
    }

    /// Any ARN in the request or under `resources` that is exactly one of ours: for APIs that no
    /// entry knows, and for parameters that no entry names.
    mutating func takeNamedARN() {
        guard !alert.due else { return }
        for value in record.request.values + record.resourceARNs where value.hasPrefix("arn:") {
            guard let arn = try? ARN(value) else { continue }
            let reference = ResourceReference(arn)
            if takeResource(reference, as: reference.type) { return }
        }
    }

    /// Says what was tampered with, where it is ours.
    private mutating func takeResource(_ reference: ResourceReference, as type: String) -> Bool {
        guard let watched = watch.resource(reference) else { return false }
        alert.kind = .tamper
        alert.due = true
        alert.resource = Alert.Resource(
            type: reference.type.hasPrefix("kms_") ? "kms_key" : type,
            arn: reference.arn ?? fullARN(of: watched, named: reference))
        return true
    }

    /// The ARN of what the event names: the watch list's, its unknown parts filled in.
    private func fullARN(of watched: Watched, named reference: ResourceReference) -> String {
        guard watched.arn.contains("*"), let arn = try? ARN(watched.arn) else { return watched.arn }
        let account = arn.account == "*" ? reference.account ?? "*" : arn.account
        let region = arn.region == "*" ? reference.region ?? "*" : arn.region
        let cut = arn.resource.lastIndex { $0 == "/" || $0 == ":" }
        let path = cut.map { arn.resource[...$0] } ?? ""
        return "arn:\(arn.partition):\(arn.service):\(region):\(account):\(path)\(reference.name)"
    }

    /// "AWS ROOT USER" is how IAM names root in `userName`.
    private func isRootMarker(_ value: String) -> Bool { value == "AWS ROOT USER" }

    /// A change to the caller's own credentials.
    private mutating func takeCaller(_ tampering: Tampering) -> Bool {
        let account = identity.accountID ?? recordedIn
        if identity.isRoot, watch.isWatchedRoot(of: account) {
            alert.kind = .tamper
            alert.due = true
            alert.resource = Alert.Resource(
                type: tampering.type, arn: identity.arn ?? watch.rootARN(of: account))
            return true
        }
        guard identity.type == "IAMUser", let name = identity.userName else { return false }
        return takeResource(
            ResourceReference(type: "iam_user", value: name, account: account, region: nil),
            as: tampering.type)
    }
}
