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

    /// ` --region eu-west-1`, empty for a global service.
    var regionOption: String { region.map { " --region \($0)" } ?? "" }

    private func filled(_ text: Substring) -> String? {
        var out = ""
        var rest = text
        while let start = rest.firstIndex(of: "{") {
            out += rest[..<start]
            guard let end = rest[start...].firstIndex(of: "}"),
                let value = part(rest[rest.index(after: start)..<end]), value.isPlainArgument
            else { return nil }
            out += value
            rest = rest[rest.index(after: end)...]
        }
        return out + rest
    }

    /// Whether the event states every part of a text.
    private func states(_ text: Substring) -> Bool {
        text.split(separator: "{").dropFirst().allSatisfy { piece in
            part(piece.prefix { $0 != "}" }) != nil
        }
    }

    /// What stands for a part: `{name}`, `{userName}`, `{status?Active:Inactive}`.
    private func part(_ text: Substring) -> String? {
        let choice = text.split(separator: "?", maxSplits: 1)
        guard choice.count == 2 else { return value(String(text)) }
        let pair = choice[1].split(separator: ":").map(String.init)
        guard pair.count == 2, let value = value(String(choice[0])) else { return nil }
        if value.isSameName(as: pair[0]) { return pair[1] }
        return value.isSameName(as: pair[1]) ? pair[0] : nil
    }

    private func value(_ name: String) -> String? {
        switch name {
        case "arn": arn
        case "name": arn?.hasSuffix(":root") == true ? nil : self.name
        default: self[name]
        }
    }
}

extension String {
    /// Whether a shell takes it as one argument, and a program does not take it for an option.
    var isPlainArgument: Bool {
        !isEmpty && utf8.count <= 300 && utf8.first != UInt8(ascii: "-") && consists(of: .arns)
    }
}
