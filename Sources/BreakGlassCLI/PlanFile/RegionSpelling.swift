import Partitions

/// Whether an unknown Region is a mistyped one.
///
/// AWS adds Regions, so that an unknown one may be new: with another number, another direction, or in
/// another area. Those words are few, and what is nearly one of them is mistyped.
enum RegionSpelling {
    /// What a Region's code looks like.
    static var code: Regex<(Substring, Substring)> { /[a-z]{2,}(-[a-z]+)+-[0-9]+/ }

    private static let directions = [
        "central", "north", "northeast", "east", "southeast", "south", "southwest", "west",
        "northwest",
    ]

    private static let areas = Set(Partition.allRegions.map { Parts($0).area })

    /// `eu`, `west` and `1` of `eu-west-1`.
    private struct Parts {
        let area: String
        let direction: String
        let number: String

        init(_ region: String) {
            let words = region.split(separator: "-").map(String.init)
            area = words.dropLast(2).joined(separator: "-")
            direction = words.dropLast().last ?? ""
            number = words.last ?? ""
        }
    }

    /// The known Region that somebody meant; nil for one that is known, and for one that may be new.
    static func meant(by text: String) -> String? {
        let known = Partition.allRegions
        guard !known.contains(text) else { return nil }
        let parts = Parts(text)
        let isMistyped =
            isNearly(parts.direction, one: directions) || isNearly(parts.area)
            || parts.number.count > 1 || parts.number == "0"
        return isMistyped ? Spelling.nearest(to: text, in: known) : nil
    }

    private static func isNearly(_ word: String, one words: [String]) -> Bool {
        !words.contains(word) && Spelling.nearest(to: word, in: words) != nil
    }

    /// Two letters may be a country that AWS has not been in: only the same two in another order are
    /// mistyped.
    private static func isNearly(_ area: String) -> Bool {
        guard !areas.contains(area) else { return false }
        return areas.contains { known in
            known == String(area.reversed())
                || Spelling.distance(area, known) == 1 && max(area.count, known.count) > 2
        }
    }
}
