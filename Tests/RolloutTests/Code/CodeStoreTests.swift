import FakeAWS
import HTTP
import HTTPTypes
import Synchronization
import Templates
import Testing

@testable import Deployment
@testable import Rollout

@Suite struct CodeStoreTests {
    /// One object of a bucket: its versions, and the SHA-256 that S3 knows of the newest.
    private final class Bucket: Sendable {
        let versions: Mutex<[String]>
        let sha256: String?
        let keepsVersions: Bool
        let status: Int?

        init(
            _ text: String? = nil, sha256: String? = nil, keepsVersions: Bool = true,
            status: Int? = nil
        ) {
            versions = Mutex(text.map { [$0] } ?? [])
            self.sha256 = sha256
            self.keepsVersions = keepsVersions
            self.status = status
        }

        var cloud: FakeCloud { FakeCloud { self.answer($0) } }

        private func answer(_ call: FakeCloud.Call) -> Response {
            if let status { return Response(status: status) }
            return versions.withLock { versions in
                if call.action.hasPrefix("PUT") { versions.append(call.body) }
                guard let newest = versions.last else { return Response(status: 404) }
                var response = Response(status: 200)
                func set(_ name: String, _ value: String?) {
                    if let name = HTTPField.Name(name) { response.headers[name] = value }
                }
                set("x-amz-version-id", keepsVersions ? "v+\(versions.count)" : nil)
                set("x-amz-checksum-sha256", sha256)
                set("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT")
                if call.action.hasPrefix("GET") { response.body = Array(newest.utf8) }
                return response
            }
        }
    }

    private static let text = "Resources: {}"

    private static let object = CodeObject(
        StackTemplate(name: "hub.yaml", bytes: Array(text.utf8), value: [:]))

    private static func put(_ bucket: Bucket) async throws -> CodeStore.Stored {
        try await CodeStore(.fake(bucket.cloud), "eu-west-1").put(object)
    }

    @Test func `a missing object is uploaded`() async throws {
        let bucket = Bucket()
        let stored = try await Self.put(bucket)
        #expect(stored.isNew && stored.warning == nil)
        #expect(stored.version == "v+1")
        #expect(stored.key == "templates/6983703a8fa98a92-hub.yaml")
        #expect(bucket.versions.withLock { $0 } == [Self.text])
        #expect(
            stored.templateURL(in: "eu-west-1")
                == "https://breakglass-code-123456789012-eu-west-1.s3.eu-west-1.amazonaws.com/"
                + "templates/6983703a8fa98a92-hub.yaml?versionId=v%2B1")
        #expect(stored.templateURL(in: "cn-north-1").contains(".amazonaws.com.cn/"))
    }

    @Test func `an object whose SHA-256 S3 vouches for is not read`() async throws {
        let bucket = Bucket("whatever", sha256: Self.object.sha256)
        let cloud = bucket.cloud
        let stored = try await CodeStore(.fake(cloud), "eu-west-1").put(Self.object)
        #expect(!stored.isNew && stored.version == "v+1")
        #expect(cloud.actions.map { $0.prefix(4) } == ["HEAD"])
    }

    @Test func `an object without a SHA-256 is compared byte by byte`() async throws {
        let same = try await Self.put(Bucket(Self.text))
        #expect(!same.isNew && same.warning == nil)
        for other in ["Resources: []", "Resources: {} ", "Resources: {", ""] {
            let bucket = Bucket(other)
            let stored = try await Self.put(bucket)
            #expect(stored.isNew && stored.version == "v+2", "\(other)")
            #expect(bucket.versions.withLock { $0 } == [other, Self.text])
        }
    }

    @Test func `a wrong object under our key is named, and a new version is put above it`()
        async throws
    {
        let bucket = Bucket("evil", sha256: "b3RoZXI=")
        let stored = try await Self.put(bucket)
        #expect(stored.isNew && stored.version == "v+2")
        let warning = try #require(stored.warning)
        #expect(
            warning.description == """
                account 123456789012, eu-west-1, \
                s3://breakglass-code-123456789012-eu-west-1/templates/6983703a8fa98a92-hub.yaml: \
                somebody put another object here, version v+1, written 2015-10-21T07:28:00Z: \
                it is not used, a new version is
                hint: ask who did: aws s3api list-object-versions --region eu-west-1 \
                --bucket breakglass-code-123456789012-eu-west-1 \
                --prefix templates/6983703a8fa98a92-hub.yaml
                """)
    }

    @Test func `a bucket without versions is used without one`() async throws {
        let stored = try await Self.put(Bucket(keepsVersions: false))
        #expect(stored.isNew && stored.version == nil)
        #expect(!stored.templateURL(in: "eu-west-1").contains("versionId"))
    }

    @Test func `what may not be read is said with the permissions that are missing`() async throws {
        let error = await #expect(throws: Obstacle.self) {
            try await Self.put(Bucket(status: 403))
        }
        #expect(error?.hint?.hasPrefix("allow s3:GetObject, s3:GetObjectVersion") == true)
        #expect(error?.hint?.contains("arn:aws:iam::123456789012:role/Rollout") == true)
    }

    @Test func `the hub is told key and version by Region`() throws {
        let package = try FunctionPackage.made(.enricher)
        let stored = CodeStore.Stored(
            bucket: "b", key: package.key, version: "v", isNew: true, warning: nil)
        var facts = DeploymentFacts(covered: [:])
        facts.add([package], stored: ["eu-west-1": [.enricher: stored], "us-west-2": [:]])
        #expect(
            facts.code == [
                "event-enricher": .init(key: package.key, versions: ["eu-west-1": "v"])
            ])
        #expect(facts.architecture == "arm64")
        #expect(CodeObject(package).key == package.key)
    }
}
