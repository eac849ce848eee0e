import Text

/// Reads the JSON of a policy strictly. It stops at an unknown member, a duplicate member, or a
/// value of another type.
struct PolicyReader {
    private var scanner: JSONScanner

    /// Why it stopped.
    private(set) var problem: String?

    init(_ text: String) {
        scanner = JSONScanner(Array(text.utf8))
    }

    /// The document's statements; `nil` when something stopped the reader.
    mutating func statements() -> [PolicyStatement]? {
        var statements: [PolicyStatement]?
        guard scanner.next == UInt8(ascii: "{") else {
            stop("it is no JSON object")
            return nil
        }
        members(of: "the document") { reader, name in
            switch name {
            case "Version":
                let version = reader.scanner.text()
                if version != "2012-10-17", version != "2008-10-17" {
                    reader.stop("its version is unknown")
                }
            case "Id": _ = reader.scanner.text()
            case "Statement": statements = reader.statementList()
            default: reader.stop("it has a member \(name)")
            }
        }
        if scanner.fault != nil { stop("it is no valid JSON") }
        if scanner.next != nil { stop("something follows the document") }
        if statements == nil { stop("it has no statement") }
        return problem == nil ? statements : nil
    }

    private mutating func stop(_ why: String) {
        if problem == nil { problem = why }
    }

    /// Calls `read` once for each member; another reader may use the other value of a duplicate
    /// member.
    private mutating func members(
        of what: String, _ read: (inout PolicyReader, String) -> Void
    ) {
        guard scanner.next == UInt8(ascii: "{") else { return stop("\(what) is no object") }
        var seen: Set<String> = []
        var reader = self
        scanner.object { scanner, key in
            let name = key.name
            if !seen.insert(name).inserted { reader.stop("\(what) has \(name) twice") }
            reader.scanner = scanner
            read(&reader, name)
            scanner = reader.scanner
        }
        problem = reader.problem
    }

    private mutating func statementList() -> [PolicyStatement] {
        var list: [PolicyStatement] = []
        guard scanner.next == UInt8(ascii: "[") else { return [statement()] }
        var reader = self
        scanner.array { scanner in
            reader.scanner = scanner
            list.append(reader.statement())
            scanner = reader.scanner
        }
        problem = reader.problem
        return list
    }

    private mutating func statement() -> PolicyStatement {
        var statement = PolicyStatement()
        var named: Set<String> = []
        members(of: "a statement") { reader, name in
            named.insert(name)
            switch name {
            case "Sid": statement.name = reader.scanner.text()
            case "Effect":
                switch reader.scanner.text() {
                case "Allow": statement.effect = .allow
                case "Deny": statement.effect = .deny
                default: reader.stop("a statement has neither Allow nor Deny")
                }
            case "Principal": statement.principals = reader.principals()
            case "NotPrincipal": statement.notPrincipals = reader.principals()
            case "Action": statement.actions = reader.texts(name)
            case "NotAction": statement.notActions = reader.texts(name)
            case "Resource": statement.resources = reader.texts(name)
            case "NotResource": statement.notResources = reader.texts(name)
            case "Condition": statement.conditions = reader.conditions()
            default: reader.stop("a statement has a member \(name)")
            }
        }
        if !named.contains("Effect") { stop("a statement has no effect") }
        if named.isDisjoint(with: ["Action", "NotAction"]) { stop("a statement has no action") }
        return statement
    }

    /// A string, or an array of strings.
    private mutating func texts(_ what: String) -> Set<String> {
        var texts: Set<String> = []
        func take(_ scanner: inout JSONScanner) -> Bool {
            guard let byte = scanner.next, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "["),
                let text = scanner.text(limit: 65_536)
            else { return false }
            texts.insert(text)
            return true
        }
        if scanner.next == UInt8(ascii: "[") {
            var isSound = true
            scanner.array { scanner in if !take(&scanner) { isSound = false } }
            if !isSound { stop("\(what) holds something else than text") }
        } else if !take(&scanner) {
            stop("\(what) is no text")
        }
        if texts.isEmpty { stop("\(what) is empty") }
        return texts
    }

    private mutating func principals() -> Set<PolicyPrincipal> {
        if scanner.next == UInt8(ascii: "\"") {
            // `*` is everybody. Any other text is not a principal that a plan can name.
            return Set(
                texts("Principal").map {
                    PolicyPrincipal(kind: $0 == "*" ? "*" : "AWS", value: $0)
                })
        }
        var principals: Set<PolicyPrincipal> = []
        members(of: "Principal") { reader, kind in
            for value in reader.texts("Principal") {
                principals.insert(PolicyPrincipal(kind: kind, value: value))
            }
        }
        return principals
    }

    private mutating func conditions() -> Set<PolicyCondition> {
        var conditions: Set<PolicyCondition> = []
        members(of: "Condition") { reader, test in
            reader.members(of: "Condition") { reader, key in
                conditions.insert(
                    PolicyCondition(
                        test: test, key: key.foldedName, values: reader.texts("Condition")))
            }
        }
        return conditions
    }
}
