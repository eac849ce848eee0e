import AccessPlan
import Checks
import Yams

extension ValueRule {
    /// A user's name as IAM allows it.
    static let userName = text(
        not: "a user name",
        hint: "IAM allows up to 64 of letters, digits and +=,.@_- in a user name"
    ) { $0.wholeMatch(of: /[A-Za-z0-9+=,.@_\-]{1,64}/) != nil }

    /// A SAML provider's name as IAM allows it.
    static let samlProvider = text(
        not: "a SAML provider's name",
        hint: "IAM allows up to 128 of letters, digits and ._- in it"
    ) { $0.wholeMatch(of: /[A-Za-z0-9._\-]{1,128}/) != nil }

    /// The word that ends a role's name: with the longest prefix the whole has 64 characters.
    static let accessWord = text(
        not: "a word that can end a role's name",
        hint: "write up to 32 of letters, digits and +=,.@- without spaces"
    ) { $0.wholeMatch(of: /[A-Za-z0-9+=,.@_\-]{1,32}/) != nil }

    /// A managed policy: by path and name, or its ARN.
    static let managedPolicy = ValueRule { scalar in
        let text = scalar.string
        if ARN.isMeant(by: text) { return arn.objection(scalar) }
        guard text.wholeMatch(of: /[A-Za-z0-9+=,.@_\-\/]{1,512}/) == nil else { return nil }
        return (
            "is \"\(text)\", not a managed policy",
            "write ReadOnlyAccess, job-function/SystemAdministrator, or an ARN"
        )
    }

    /// The SHA-256 fingerprint of a certificate, without colons.
    static let certificateFingerprint = text(
        not: "a SHA-256 fingerprint",
        hint: "write the 64 hexadecimal digits of openssl x509 -fingerprint -sha256, without colons"
    ) { $0.wholeMatch(of: /[0-9A-Fa-f]{64}/) != nil }

    /// The id of an identity store.
    static let identityStore = text(
        not: "an identity store's id", hint: "write it like d-1234567890"
    ) { $0.wholeMatch(of: /d-[0-9a-f]{10}/) != nil }

    /// A mail address, as far as its form shows.
    static let email = text(not: "an email address", hint: "write it like security@example.com") {
        $0.wholeMatch(of: /[^\s@<>,;"]+@[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+/) != nil
    }

    /// A telephone number (E.164).
    static let telephone = text(not: "a telephone number", hint: "write it like +15550100") {
        $0.wholeMatch(of: /\+[1-9][0-9]{6,14}/) != nil
    }

    /// An address that is encrypted on its way.
    static let httpsURL = text(not: "an https address", hint: "write it like https://example.com/")
    {
        $0.wholeMatch(of: /https:\/\/[^\s\/"<>]+(\/[^\s"<>]*)?/) != nil
    }

    /// A host without scheme and path.
    static let hostName = text(
        not: "a host name", hint: "write it like example.okta.com, without https:// and path"
    ) { $0.wholeMatch(of: /[A-Za-z0-9\-]+(\.[A-Za-z0-9\-]+)+/) != nil }

    /// A day.
    static let day = text(not: "a day", hint: "write it like 2027-01-31") {
        $0.wholeMatch(of: /[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])/) != nil
    }

    /// The id of a check: a waiver of an unknown check would waive nothing.
    static let checkID = ValueRule { scalar in
        let text = scalar.string
        guard DriftCheck.named(text) == nil else { return nil }
        if let now = DriftCheck.renamed[text] {
            return ("is \"\(text)\", the old id of a check", "write \"\(now)\"")
        }
        let near = Spelling.nearest(to: text, in: DriftCheck.all.map(\.id))
        return (
            "is \"\(text)\", not the id of a check",
            near.map { "did you mean \"\($0)\"?" } ?? "docs/checks.md lists the ids"
        )
    }

    /// A group's name: it must contain the role.
    static let groupName = text(
        not: "a name that differs from group to group: {role} is missing",
        hint: "write it like \"aws#{role}#{account}\""
    ) { $0.contains("{role}") }
}
