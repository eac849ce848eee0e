import Partitions

extension TrustPolicy {
    /// What is wrong with the trust policy of a role that people assume through the SAML provider.
    func problems(provider: String, partition: String) -> [String] {
        let call = "sts:AssumeRoleWithSAML"
        var problems = problems(call: call)
        for statement in document.allowing {
            let isCall = statement.concerns(action: call)
            for principal in (statement.principals ?? []).sorted(by: { $0.value < $1.value })
            where principal != PolicyPrincipal(kind: "Federated", value: provider) {
                problems.append("trusts \(principal.words)")
            }
            for key in statement.conditionKeys(beside: ["saml:aud"]) {
                problems.append("has a condition on \(key)")
            }
            guard isCall || !statement.conditions.isEmpty else { continue }
            guard let audience = statement.values(of: "saml:aud", tests: ["StringEquals"]) else {
                problems.append("does not demand SAML:aud")
                continue
            }
            problems += SignInEndpoint.problems(of: audience, partition: partition)
        }
        return problems
    }
}

extension PolicyPrincipal {
    /// How it is named in a finding.
    var words: String {
        if value == "*" { return "everybody" }
        return kind == "AWS" || kind == "*" ? value : "\(kind) \(value)"
    }
}

/// The endpoints at which AWS accepts SAML assertions. Source: IAM User Guide, "Configure SAML
/// assertions", and AWS sign-in endpoints.
enum SignInEndpoint {
    /// The host without a Region in its name. It is in one Region nevertheless.
    static func host(partition: String) -> String {
        (Partition.named(partition) ?? .standard).signInHost
    }

    /// The Region that answers at the host without a Region.
    static func defaultRegion(partition: String) -> String {
        Partition.named(partition)?.globalRegion ?? "us-east-1"
    }

    /// What is wrong with a list of audiences. It has to name the endpoint without a Region and two
    /// Regional ones, one of them in another Region.
    static func problems(of audience: Set<String>, partition: String) -> [String] {
        let host = host(partition: partition)
        let whole = "https://\(host)/saml"
        var regions: Set<String> = []
        var problems: [String] = []
        for address in audience.sorted() where address != whole {
            if let region = region(of: address, host: host) {
                regions.insert(region)
            } else {
                problems.append("accepts the audience \(address), which is no sign-in endpoint")
            }
        }
        if !audience.contains(whole) { problems.append("does not accept the audience \(whole)") }
        if regions.count < 2 {
            problems.append("accepts \(regions.count) of two Regional audiences")
        }
        if regions.isSubset(of: [defaultRegion(partition: partition)]), regions.count >= 2 {
            problems.append("accepts no audience outside \(defaultRegion(partition: partition))")
        }
        return problems
    }

    /// The Region in `https://REGION.HOST/saml`.
    static func region(of address: String, host: String) -> String? {
        let start = "https://"
        let end = ".\(host)/saml"
        guard address.hasPrefix(start), address.hasSuffix(end),
            address.utf8.count > start.utf8.count + end.utf8.count
        else { return nil }
        let region = address.dropFirst(start.utf8.count).dropLast(end.utf8.count)
        let isRegion = region.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        return isRegion && region.contains("-") ? String(region) : nil
    }
}
