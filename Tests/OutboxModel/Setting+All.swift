import Outbox

extension Setting {
    /// Small enough for every build.
    public static let short = all(one: 2, act: 2, digest: 1, hubs: 2, hubsDigest: 1, three: 0)

    /// As far as two cores and a few gigabytes reach.
    public static let full = all(
        one: nil, act: 3, digest: 2, hubs: 4, hubsDigest: 2, three: 1)

    /// What somebody may have written ahead who can write the table.
    private static let forgeries = [
        Item(.received), Item(.claimed, .sure), Item(.claimed, .forged), Item(.folded, .sure),
        Item(.folded, .forged),
    ]

    /// Every search, each with a number of faults; nil for any number.
    private static func all(
        one: UInt8?, act: UInt8?, digest: UInt8?, hubs: UInt8?, hubsDigest: UInt8?, three: UInt8?
    ) -> [Setting] {
        var forged = Setting("items written ahead", faults: one)
        forged.forged = forgeries
        var pair = Setting("two records of one act", alerts: 2, faults: act, repeats: 0)
        pair.isOneAct = true
        var story = Setting("a story", faults: nil, repeats: 0, folds: true)
        story.hasStory = true
        return [
            Setting("one alert", faults: one),
            forged, pair, story,
            Setting("two hubs", hubs: 2, faults: hubs, repeats: 0),
            Setting("two hubs, delivered again", hubs: 2, faults: hubsDigest, repeats: 1),
            Setting("two hubs, a digest", hubs: 2, faults: hubsDigest, repeats: 0, folds: true),
            Setting("two alerts, a digest", alerts: 2, faults: digest, repeats: 0, folds: true),
            Setting("three alerts, a digest", alerts: 3, faults: three, repeats: 0, folds: true),
        ]
    }
}
