import Testing

@testable import HTTP
@testable import System

struct CABundleTests {
    @Test(arguments: CABundle.knownPaths)
    func `each distribution's file is found`(path: String) {
        #expect(CABundle.find(environment: Environment([:])) { $0 == path } == path)
    }

    @Test func `a file that was named is never replaced by another`() {
        let environment = Environment(["AWS_CA_BUNDLE": "/named.pem"])
        #expect(CABundle.find(environment: environment, named: "/p") { _ in true } == "/named.pem")
        #expect(CABundle.find(environment: Environment([:]), named: "/p") { _ in true } == "/p")
        #expect(CABundle.find(environment: environment) { _ in false } == "/named.pem")
    }

    @Test func `where there is none, the error says where was looked`() throws {
        let found = CABundle.find(environment: Environment(["AWS_CA_BUNDLE": ""])) { _ in false }
        #expect(found == nil)
        let error = TransferError.noCABundle(host: "h.example", searched: ["/a", "/b"])
        #expect(
            error.description == """
                h.example cannot be verified: no file of trusted certificates in /a, /b
                hint: install ca-certificates, or name a file in AWS_CA_BUNDLE
                """)
        #expect(error.kind == .tls && !error.mayPass)
    }

    @Test func `this machine has one`() {
        #expect(CABundle.find(environment: Environment([:])) != nil)
    }
}
