import Text

extension CallParts {
    /// A command with its parts filled in: ``Undo`` says how they are written.
    /// - Returns: `nil` if a part is missing, or a shell would interpret it.
    func fill(_ command: String) -> String? {
        var out = ""
        var rest = Substring(command)
        while let start = rest.firstIndex(of: "[") {
            guard let end = rest[start...].firstIndex(of: "]"),
                let before = filled(rest[..<start])
            else { return nil }
            out += before
            let optional = rest[rest.index(after: start)..<end]
            if states(optional) {
                guard let text = filled(optional) else { return nil }
                out += text
            }
            rest = rest[rest.index(after: end)...]
        }
        return filled(rest).map { out + $0 }
    }

    /// ` --region eu-west-1`, empty for a global service; `nil` if no Region can have that name.
    var regionOption: String? {
        guard let region else { return "" }
        return region.isRegionName ? " --region \(region)" : nil
    }

    /// What reverts an act for which no command can be written.
    var otherwise: Undoing {
        isRoot
            ? .byHand(
                "Sign in as root, and take back what was changed: its keys, devices and password")
            : .deploy
    }

    /// Whether the changed user is root.
    var isRoot: Bool { arn?.hasSuffix(":root") == true }

    private func filled(_ text: Substring) -> String? {
        var out = ""
        var rest = text
        while let start = rest.firstIndex(of: "{") {
            out += rest[..<start]
            guard let end = rest[start...].firstIndex(of: "}"),
                let value = arguments(
                    rest[rest.index(after: start)..<end], isMember: out.utf8.last == 0x3D)
            else { return nil }
            out += value
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    /// One argument, or several: `{ids*}`, `{tags keys}`. A member of a list stands behind `=`.
    private func arguments(_ text: Substring, isMember: Bool) -> String? {
        let all =
            text.hasSuffix(" keys")
            ? tagKeys(String(text.dropLast(5)))
            : text.hasSuffix("*") ? texts(String(text.dropLast())) : [part(text)].compactMap { $0 }
        let path = text.lowercased()
        // Only names may contain spaces. SNS writes "pending confirmation" in place of an ARN.
        let isName = ["name", "names*"].contains { path.hasSuffix($0) }
        let written = all.compactMap { value -> String? in
            if isMember { return value.isPlainMember ? value : nil }
            if value.isPlainArgument || path == "queueurl" && value.isQueueAddress { return value }
            return isName ? value.argument : nil
        }
        guard !all.isEmpty, written.count == all.count else { return nil }
        return written.joined(separator: " ")
    }

    /// Whether the event states every part of a text.
    private func states(_ text: Substring) -> Bool {
        text.split(separator: "{").dropFirst().allSatisfy { piece in
            part(piece.prefix { $0 != "}" }) != nil
        }
    }

    /// What stands for one part: `{name}`, `{userName}`, `{status?Active:Inactive}`.
    private func part(_ text: Substring) -> String? {
        let choice = text.split(separator: "?", maxSplits: 1)
        guard choice.count == 2 else { return value(String(text)) }
        let pair = choice[1].split(separator: ":").map { $0.split(separator: "=").map(String.init) }
        guard pair.count == 2, let value = value(String(choice[0])) else { return nil }
        for (this, other) in [(pair[0], pair[1]), (pair[1], pair[0])]
        where this.first?.isSameName(as: value) == true {
            return this.count == 2 ? this[1] : other.first
        }
        return nil
    }

    private func value(_ name: String) -> String? {
        switch name {
        case "arn": arn
        case "name": isRoot ? nil : self.name
        case "region": region
        default: self[name]
        }
    }
}
