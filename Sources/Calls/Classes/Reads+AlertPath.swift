extension Call {
    /// Calls of the services of the alert path that only read.
    static let alertPathReads: [Service: Set<String>] = [.s3: ["GetBucketAcl"]]
}
