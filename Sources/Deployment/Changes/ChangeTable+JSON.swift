import Templates

extension ChangeTable {
    /// The table for programs: JSON, schema `breakglass.changes/1`.
    ///
    /// `changes` has an entry for each stack name and what happens to it, with the Regions by account;
    /// `resources` is missing where they are not known, and `unknown` says why.
    public var json: [UInt8] {
        let counts = counts
        let value: TemplateValue = [
            "schema": "breakglass.changes/1",
            "stacks": Self.object(
                counts.stacks.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value)) }),
            "resources": Self.object(
                ResourceChange.Kind.allCases.map {
                    ($0.rawValue, .number(counts.resources[$0] ?? 0))
                }),
            "losses": .number(losses.count),
            "further": .list(further.map { .text($0) }),
            "changes": .list(changes),
        ]
        return value.encoded() + [UInt8(ascii: "\n")]
    }

    private var changes: [TemplateValue] {
        var order: [Entry] = []
        var places: [Entry: [(account: String, regions: [String])]] = [:]
        for row in rows {
            let entry = Entry(name: row.name, isOfStackSet: row.isOfStackSet, act: row.act)
            if places[entry] == nil { order.append(entry) }
            var known = places[entry] ?? []
            if let index = known.firstIndex(where: { $0.account == row.place.account }) {
                known[index].regions.append(row.place.region)
            } else {
                known.append((row.place.account, [row.place.region]))
            }
            places[entry] = known
        }
        return order.map { entry in
            var members: [(String, TemplateValue)] = [
                (entry.isOfStackSet ? "stackSet" : "stack", .text(entry.name)),
                ("action", .text(entry.act.word)),
                (
                    "places",
                    .list(
                        (places[entry] ?? []).map { place in
                            [
                                "account": .text(place.account),
                                "regions": .list(place.regions.map { .text($0) }),
                            ]
                        })
                ),
            ]
            if let reason = entry.act.reason { members.append(("reason", .text(reason))) }
            if let hint = entry.act.hint { members.append(("hint", .text(hint))) }
            switch entry.act.difference {
            case nil: break
            case .unknown(let why): members.append(("unknown", .text(why)))
            case .resources(let changes):
                members.append(("resources", .list(changes.map(\.value))))
            }
            return Self.object(members)
        }
    }

    fileprivate static func object(_ members: [(String, TemplateValue)]) -> TemplateValue {
        .object(members.map { TemplateValue.Member(name: $0.0, value: $0.1) })
    }
}

extension ResourceChange {
    fileprivate var value: TemplateValue {
        var members: [(String, TemplateValue)] = [
            ("change", .text(kind.rawValue)), ("id", .text(id)), ("type", .text(type)),
        ]
        if !properties.isEmpty {
            members.append(("properties", .list(properties.map { .text($0) })))
        }
        if let loss { members.append(("loss", .text(loss))) }
        return ChangeTable.object(members)
    }
}
