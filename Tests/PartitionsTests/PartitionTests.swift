import Testing

@testable import Partitions

struct PartitionTests {
    @Test(arguments: [
        ("eu-west-1", "aws"), ("us-east-1", "aws"), ("il-central-1", "aws"), ("", "aws"),
        ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"), ("us-iso-east-1", "aws-iso"),
        ("us-isob-east-1", "aws-iso-b"), ("eu-isoe-west-1", "aws-iso-e"),
        ("us-isof-south-1", "aws-iso-f"), ("eusc-de-east-1", "aws-eusc"),
    ])
    func `a Region belongs to one partition`(region: String, name: String) {
        #expect(Partition(region: region).name == name)
        #expect(Partition.named(name)?.name == name)
    }

    @Test func `a partition that is not known is nil`() {
        #expect(Partition.named("aws-moon") == nil)
    }

    @Test func `each name and each prefix is there once`() {
        #expect(Set(Partition.all.map(\.name)).count == Partition.all.count)
        #expect(Set(Partition.all.map(\.regionPrefix)).count == Partition.all.count)
    }

    @Test func `the Regions of a partition are its own`() {
        for partition in Partition.all {
            let regions =
                partition.signInRegions
                + [partition.globalRegion, partition.organizationRegion].compactMap { $0 }
            for region in regions { #expect(Partition(region: region) == partition) }
        }
    }
}
