import Outbox

extension Setting {
    /// What somebody may have written ahead who can write the table.
    private static let forgeries = [
        Item(.received), Item(.claimed, .sure), Item(.claimed, .forged), Item(.folded, .sure),
        Item(.folded, .forged),
    ]

    /// Small enough for every build.
    public static let short = all(faults: 2, digest: 1)

    /// As far as two cores and 8 GB reach.
    public static let full = all(faults: nil, digest: 3)

    private static func all(faults: UInt8?, digest: UInt8?) -> [Setting] {
        var forged = Setting("items written ahead", faults: faults)
        forged.forged = forgeries
        var act = Setting("two records of one act", alerts: 2, faults: faults, repeats: 0)
        act.isOneAct = true
        var story = Setting("a story", faults: faults, repeats: 0, folds: true)
        story.hasStory = true
        return [
            Setting("one alert", faults: faults),
            forged, act, story,
            Setting("two hubs", hubs: 2, faults: faults, repeats: 0),
            Setting("two alerts, a digest", alerts: 2, faults: digest, repeats: 0, folds: true),
        ]
    }
}
