import Partitions
import Testing

@testable import BreakGlassCLI

@Suite struct RegionSpellingTests {
    @Test(arguments: [
        ("eu-wset-1", "eu-west-1"), ("us-esat-1", "us-east-1"), ("eu-cental-1", "eu-central-1"),
        ("ap-souteast-2", "ap-southeast-2"), ("ue-west-1", "eu-west-1"),
        ("us-gvo-west-1", "us-gov-west-1"), ("euu-west-1", "eu-west-1"),
        ("eu-west-11", "eu-west-1"), ("us-east-0", "us-east-1"), ("cn-nroth-1", "cn-north-1"),
        ("eusc-ed-east-1", "eusc-de-east-1"),
    ])
    func `a mistyped Region is recognized`(text: String, meant: String) {
        #expect(RegionSpelling.meant(by: text) == meant)
    }

    /// Another number, another direction, a country that AWS has not been in.
    @Test(arguments: [
        "eu-west-4", "ap-southeast-8", "eu-east-1", "sa-north-1", "ca-east-1", "nz-west-1",
        "my-central-1", "us-gov-central-1", "ap-northwest-1",
    ])
    func `a Region that may be new is not`(text: String) {
        #expect(RegionSpelling.meant(by: text) == nil)
    }

    @Test(arguments: Partition.allRegions)
    func `a known Region is not mistyped`(region: String) {
        #expect(RegionSpelling.meant(by: region) == nil)
    }
}
