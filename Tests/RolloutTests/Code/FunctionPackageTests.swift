import Foundation
import Testing

@testable import Rollout

@Suite struct FunctionPackageTests {
    /// Files that lambda/zip made of each other: Tests/Integration/package compares them with the script.
    private static func fixture(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/code")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private static func package(_ built: [UInt8]? = nil) throws -> FunctionPackage {
        try FunctionPackage(
            .enricher, built: try built ?? fixture("built.zip"), plan: fixture("plan.json"))
    }

    @Test func `a package is byte for byte what lambda/zip makes of the same files`() throws {
        let package = try Self.package()
        #expect(package.bytes == (try Self.fixture("packed.zip")))
        #expect(package.architecture == "x86_64")
        #expect(package.key == "event-enricher/7d01560da2f49ec9.zip")
        #expect(package.sha256.count == 44)
    }

    @Test func `the plan of an older package is left out`() throws {
        #expect(try Self.package(Self.fixture("packed.zip")) == Self.package())
    }

    @Test func `a zip that is cut anywhere is refused`() throws {
        let built = try Self.fixture("built.zip")
        for count in 0..<built.count {
            #expect(throws: ZipFile.Fault.self) { try Self.package(Array(built.prefix(count))) }
        }
    }

    @Test func `a zip with a changed byte is refused, or holds the same executable`() throws {
        let built = try Self.fixture("built.zip")
        let executable = try ZipFile.entry("bootstrap", of: built).unpacked()
        var refused = 0
        for index in built.indices {
            var changed = built
            changed[index] ^= 0x5A
            do {
                let package = try Self.package(changed)
                let packed = try ZipFile.entry("bootstrap", of: package.bytes).unpacked()
                #expect(packed == executable, "byte \(index)")
            } catch is ZipFile.Fault {
                refused += 1
            }
        }
        #expect(refused > built.count / 2)
    }

    @Test(
        arguments: [
            ("", "is empty"), ("PK", "is not a zip file"), ("#!/bin/sh\necho", "is not a zip file"),
        ])
    func `what is not a zip is reported as such`(text: String, reason: String) {
        #expect(throws: ZipFile.Fault(reason: reason)) { try Self.package(Array(text.utf8)) }
    }

    @Test func `an executable for another processor is refused`() throws {
        var executable = try ZipFile.entry("bootstrap", of: Self.fixture("built.zip")).unpacked()
        func package() throws -> FunctionPackage {
            let stored = ZipFile.Entry(storing: executable, as: "bootstrap")
            let bootstrap = ZipFile.Entry(
                name: stored.name, method: 0, packed: stored.packed, size: stored.size,
                checksum: stored.checksum, isExecutable: true)
            return try Self.package(ZipFile.write([bootstrap]))
        }
        executable[18] = 0xB7
        #expect(try package().architecture == "arm64")
        executable[18] = 0x28
        #expect(throws: ZipFile.Fault(reason: "is built for a processor that Lambda does not have"))
        {
            try package()
        }
    }

    @Test func `a missing file ends in one line and the command that builds it`() {
        #expect(
            throws: Obstacle(
                "/nowhere/event-enricher.zip", "is missing",
                hint: "run lambda/package, or build-docker/build without Swift")
        ) {
            try FunctionPackage.all(in: "/nowhere", plan: [])
        }
    }
}
