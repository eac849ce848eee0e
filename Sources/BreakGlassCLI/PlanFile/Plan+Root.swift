import AccessPlan
import Partitions
import Yams

extension Plan {
    private static let keys = [
        "organization", "emergencyAccount", "partition", "regions", "identityProvider", "roles",
        "breakGlassRole", "accounts", "administrators", "breakGlassUsers", "responders",
        "contacts", "subscribers", "guard", "trail", "waivers", "runbook",
    ]

    /// Reads the whole plan; `nil` when what everything else hangs on is missing.
    init?(root: Node, reading: PlanReading) {
        guard let top = Fields(root, path: "", keys: Self.keys, reading: reading) else {
            return nil
        }
        let organization = top.required(
            "organization", .line, hint: "write a word for it, e.g. organization: example")
        let account = top.required(
            "emergencyAccount", .accountID, hint: "write emergencyAccount: \"123456789012\"")
        let regions = Regions(top)
        self.init(
            organization: organization ?? "", emergencyAccount: account ?? "",
            home: regions?.home ?? "")
        if let regions { self.regions = regions }
        partition = Self.partition(top, regions: self.regions)
        readAccess(top)
        readPeople(top)
        runbook = top.text("runbook", .httpsURL)
        top.noteOtherPartitions(than: partition, root)
        noteProvidersRegion(top)
    }

    /// The partition: the home Region's, unless the plan says otherwise.
    private static func partition(_ top: Fields, regions: Regions) -> String {
        let known = Partition.all.map(\.name)
        let home = partition(of: regions.home)
        if let standby = regions.standby, partition(of: standby) != home {
            top.reading.object(
                at: top.node("regions")?.mark,
                "regions: home is in partition \(home), standby in \(partition(of: standby))",
                hint: "choose two Regions of one partition: accounts do not reach further")
        }
        guard let written = top.text("partition", .word(of: known)) else {
            let node = top.node("regions")?.mapping?["home"]
            noteUnsupported(home, at: node?.mark, "regions: home is \"\(regions.home)\", in", top)
            return home
        }
        noteUnsupported(written, at: top.node("partition")?.mark, "the plan is in", top)
        let isSupported = Partition.named(written)?.isSupported ?? false
        if written != home, isSupported, Partition.allRegions.contains(regions.home) {
            top.reading.object(
                at: top.node("partition")?.mark,
                "partition is \"\(written)\", but \(regions.home) is in \(home)",
                hint: "remove the line: it follows from the home Region")
        }
        return written
    }

    /// An instance of IAM Identity Center that is in another partition has none of the plan's accounts.
    private func noteProvidersRegion(_ top: Fields) {
        guard let region = identityProvider?.region, Partition.allRegions.contains(region) else {
            return
        }
        let other = Self.partition(of: region)
        guard other != partition else { return }
        top.reading.object(
            at: top.node("identityProvider")?.mapping?["region"]?.mark,
            "identityProvider: region is \"\(region)\", in partition \(other), the plan in "
                + partition, hint: "write the Region of the plan's own IAM Identity Center")
    }

    private static func noteUnsupported(
        _ name: String, at mark: Mark?, _ subject: String, _ top: Fields
    ) {
        guard let partition = Partition.named(name), !partition.isSupported else { return }
        top.reading.object(
            at: mark, "\(subject) \(partition.title), which is not supported",
            hint: "use Regions of aws or aws-us-gov: accounts elsewhere reach no other partition, "
                + "and IAM Identity Center and SAML sign-in differ there")
    }

    private static func partition(of region: String) -> String {
        Partition(region: region).name
    }
}

extension Plan.Regions {
    fileprivate init?(_ top: Fields) {
        let hint = "write regions: { home: eu-west-1, standby: us-west-2 }"
        guard top.node("regions") != nil else {
            top.reading.object(at: top.mark, "regions is missing", hint: hint)
            return nil
        }
        guard let fields = top.fields("regions", keys: ["home", "standby"]) else { return nil }
        let home = fields.required("home", .region, hint: hint)
        let standby = fields.text("standby", .region)
        guard let home else { return nil }
        self.init(home: home, standby: standby)
        fields.noteUnknownRegion("home")
        fields.noteUnknownRegion("standby")
        if home == standby {
            fields.reading.object(
                at: fields.node("standby")?.mark, "regions: standby is \"\(home)\", as home is",
                hint: "choose another Region: it sends the alerts when home is down")
        }
    }
}
