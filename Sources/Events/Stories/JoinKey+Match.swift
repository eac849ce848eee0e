extension JoinKey {
    /// Marks by their attributes, by item.
    public typealias Marks = [String: [String: JoinMark]]

    /// The marks of events that belong to the same session as this key's event.
    /// - Parameters:
    ///   - marks: what the items hold.
    ///   - own: what this event would leave.
    ///   - accessKeyID: the key that acted.
    /// - Returns: the marks, the nearest first where time decides; only those of one second then.
    func matches(in marks: Marks, own: JoinMark, accessKeyID: String?) -> [JoinMark] {
        switch rule {
        case .exact: return marks[item]?["x"].map { [$0] } ?? []
        case .near: return items.compactMap { marks[$0]?["x"] }
        case .used(let time), .begun(let time):
            let fitting = Set(items).flatMap { marks[$0] ?? [:] }.compactMap {
                (name, mark) -> (second: Int, mark: JoinMark)? in
                guard let (isUse, second) = Self.time(of: name),
                    abs(second - time) <= limit(isUse, mark, own, accessKeyID)
                else { return nil }
                return (second, mark)
            }
            let nearest = fitting.map(\.second).min {
                (abs($0 - time), $0) < (abs($1 - time), $1)
            }
            return fitting.filter { $0.second == nearest }.map(\.mark)
        }
    }

    /// How many seconds two starts may differ; negative where they cannot be the same.
    private func limit(
        _ isUse: Bool, _ mark: JoinMark, _ own: JoinMark, _ accessKeyID: String?
    ) -> Int {
        if let one = mark.accessKeyID, let other = own.accessKeyID, one != other { return -1 }
        // AWS states the same second in each event of a session.
        if isUse, case .used = rule { return 0 }
        // A session of the command line has one key. Only the console uses further ones.
        let only = [mark, own].first(where: \.isOnlyKey)
        if let only, only.accessKeyID != accessKeyID || accessKeyID == nil {
            return mark.isConsole || own.isConsole ? Self.slack : 1
        }
        return Self.slack
    }

    /// `u1782907200`, `b1782907200`.
    private static func time(of attribute: String) -> (isUse: Bool, second: Int)? {
        guard let first = attribute.utf8.first, let second = Int(attribute.dropFirst()) else {
            return nil
        }
        switch first {
        case UInt8(ascii: "u"): return (true, second)
        case UInt8(ascii: "b"): return (false, second)
        default: return nil
        }
    }
}
