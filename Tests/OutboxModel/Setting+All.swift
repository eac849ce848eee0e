import Outbox

extension Setting {
    /// Small enough for every build.
    public static let short = [
        one(faults: 2), forged(faults: 1), act(faults: 2), story, hubs(faults: 2),
        hubsAgain(faults: 1), hubsDigest(faults: 0), digest(of: 2, faults: 1),
        digest(of: 3, faults: 0), act(hubs: 2, faults: 0),
    ]

    /// As far as two cores reach in minutes, with the minutes and receives of the functions.
    public static let full = [
        one(faults: nil), forged(faults: nil), act(faults: 4), story, hubs(faults: 5),
        hubsAgain(faults: 2), hubsDigest(faults: 2), digest(of: 2, faults: 2),
        digest(of: 3, faults: 1), act(hubs: 2, faults: 2), hubs(alerts: 2, faults: 2),
    ].map { setting in
        var setting = setting
        (setting.receives, setting.due) = (5, 4)
        return setting
    }

    /// What each mistake in the table is tried on.
    public static let smallest: [Setting] = {
        var again = Setting("one alert, a digest", faults: 1, folds: true)
        again.repeats = 1
        return [
            Setting("one alert", faults: 0), again, one(faults: 2), story,
            digest(of: 2, faults: 0), act(hubs: 2, faults: 0),
        ]
    }()

    /// Where each habit of the functions is needed.
    static func needing(_ habit: Habit) -> Setting {
        var setting =
            switch habit {
            case .disbelief, .recordStays, .patience: forged(faults: 0)
            case .doubt, .margin: digest(of: 2, faults: 2)
            case .suspicion: one(faults: 1)
            case .oneTable: hubs(faults: 1)
            case .haste: act(hubs: 2, faults: 0)
            }
        setting.without = habit
        return setting
    }

    private static func one(faults: UInt8?) -> Setting { Setting("one alert", faults: faults) }

    /// Items that somebody wrote ahead who can write the table.
    private static func forged(faults: UInt8?) -> Setting {
        var setting = Setting("items written ahead", faults: faults)
        setting.forged = [
            Item(.received), Item(.claimed, .sure), Item(.claimed, .forged), Item(.folded, .sure),
            Item(.folded, .forged),
        ]
        return setting
    }

    private static func act(hubs: Int = 1, faults: UInt8?) -> Setting {
        let name = "two records of one act" + (hubs == 2 ? ", two hubs" : "")
        var setting = Setting(name, hubs: hubs, alerts: 2, faults: faults, repeats: 0)
        setting.isOneAct = true
        return setting
    }

    private static let story: Setting = {
        var setting = Setting("a story", faults: nil, repeats: 0, folds: true)
        setting.hasStory = true
        return setting
    }()

    private static func hubs(alerts: Int = 1, faults: UInt8?) -> Setting {
        let name = "two hubs" + (alerts == 2 ? ", two alerts" : "")
        return Setting(name, hubs: 2, alerts: alerts, faults: faults, repeats: 0)
    }

    private static func hubsAgain(faults: UInt8?) -> Setting {
        Setting("two hubs, delivered again", hubs: 2, faults: faults)
    }

    private static func hubsDigest(faults: UInt8?) -> Setting {
        Setting("two hubs, a digest", hubs: 2, faults: faults, repeats: 0, folds: true)
    }

    private static func digest(of alerts: Int, faults: UInt8?) -> Setting {
        Setting(
            "\(alerts) alerts, a digest", alerts: alerts, faults: faults, repeats: 0, folds: true)
    }
}
