import AccessPlan

/// The resource that a denial names. CloudTrail usually leaves out the request, so that only the
/// message names the resource.
///
/// `… is not authorized to perform: sns:DeleteTopic on resource: arn:…`, and for much of IAM
/// `… on resource: user NAME`.
struct DeniedResource: Hashable {
    /// What kind of resource it is; `nil` where the name is an ARN.
    let type: ResourceKind?

    /// A bare name or an ARN.
    let name: String

    /// Reads an error message; `nil` where it names nothing that can be watched.
    init?(_ message: String) {
        guard let phrase = message.firstRange(of: "on resource") else { return nil }
        let words = message[phrase.upperBound...].drop { $0 == ":" }
            .split(maxSplits: 2, whereSeparator: Self.separates)
            .prefix(2).map(Self.withoutStop)
        guard let first = words.first else { return nil }
        if ARN.isMeant(by: first) {
            type = nil
            name = Self.spaced(message[phrase.upperBound...], from: first)
        } else if words.count == 2, ARN.isMeant(by: words[1]) {
            type = nil
            name = words[1]
        } else if words.count == 2, let type = Self.types[first] {
            self.type = type
            name = words[1].split(separator: "/").last.map(String.init) ?? words[1]
        } else {
            return nil
        }
    }

    private static let types: [String: ResourceKind] = [
        "user": .iamUser, "role": .iamRole, "group": .iamGroup, "policy": .iamPolicy,
        "mfa": .mfaDevice, "saml-provider": .samlProvider,
    ]

    /// The first role that a message names, in any wording.
    static func roleARN(in message: String) -> String? {
        message.split(whereSeparator: separates)
            .first { $0.hasPrefix("arn:") && $0.contains(":iam::") && $0.contains(":role/") }
            .map(withoutStop)
    }

    /// The whole ARN of an alarm, whose name may contain spaces: up to what AWS writes behind it.
    private static func spaced(_ message: Substring, from first: String) -> String {
        guard first.contains(":alarm:"), let start = message.firstRange(of: first)?.lowerBound
        else { return first }
        let rest = message[start...]
        let ends = [" because ", " with an explicit deny", "\"", "\n"]
        let end = ends.compactMap { rest.firstRange(of: $0)?.lowerBound }.min() ?? rest.endIndex
        return withoutStop(rest[..<end])
    }

    private static func separates(_ character: Character) -> Bool {
        character.isWhitespace || "\"'<>()".contains(character)
    }

    /// A name may contain commas, colons and full stops, but does not end with one.
    private static func withoutStop(_ word: Substring) -> String {
        word.lastIndex { !",.:;".contains($0) }.map { String(word[...$0]) } ?? ""
    }
}
