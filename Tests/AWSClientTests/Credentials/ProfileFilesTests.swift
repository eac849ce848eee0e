import Testing

@testable import AWSClient

struct ProfileFilesTests {
    @Test func `keys of the credentials file win over those of the config file`() {
        let files = AWS.ProfileFiles(
            config: "[profile a]\nregion = eu-west-1\naws_access_key_id = config",
            credentials: "[a]\naws_access_key_id = credentials")
        let settings = files.profile("a")?.settings
        #expect(settings == ["region": "eu-west-1", "aws_access_key_id": "credentials"])
    }

    @Test func `only default stands without the word profile`() {
        let files = AWS.ProfileFiles(
            config: "[default]\na=1\n[b]\na=2\n[profile  \"c d\" ]\na=3", credentials: nil)
        #expect(files.profile("default")?.settings == ["a": "1"])
        #expect(files.profile("b") == nil)
        #expect(files.profile("c d")?.settings == ["a": "3"])
    }

    @Test func `a profile names its services section`() {
        let files = AWS.ProfileFiles(
            config: """
                [profile a]
                services = local
                [services local]
                sts =
                  endpoint_url = http://sts
                dynamodb =
                \tendpoint_url = http://dynamodb
                """, credentials: nil)
        #expect(
            files.profile("a")?.services == [
                "sts": ["endpoint_url": "http://sts"],
                "dynamodb": ["endpoint_url": "http://dynamodb"],
            ])
    }

    @Test(arguments: [
        "", "[", "]", "[]", "=", "[a", "a = b", "[a]\n=", "[a]\n b", "[a]\n b = c", "\u{0}",
        "[a]\r\nb = c\r\n", "\u{FEFF}[a]", "[a]\n  =\n   =",
    ])
    func `no text is too strange`(text: String) {
        let files = AWS.ProfileFiles(config: text, credentials: text)
        #expect(files.profile("nobody") == nil)
    }
}
