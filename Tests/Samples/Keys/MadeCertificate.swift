import Foundation

/// Certificates that the openssl command creates, so that other code defines their contents.
package enum MadeCertificate {
    /// A self-signed certificate as PEM.
    /// - Parameters:
    ///   - subject: e.g. `/O=Example/CN=idp.example.com`.
    ///   - options: more of `openssl req -x509`.
    /// - Returns: what the command wrote.
    /// - Throws: when the command fails.
    package static func pem(subject: String, _ options: [String] = ["-days", "30"]) throws -> String
    {
        try inFolder { folder in
            try run(
                ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "\(folder)/key"]
                    + ["-utf8", "-subj", subject] + options)
        }
    }

    /// A certificate that expired in 2020. Only `openssl ca` can create one.
    package static func expired(subject: String) throws -> String {
        try inFolder { folder in
            let settings = """
                [ca]
                default_ca = x
                [x]
                database = \(folder)/index
                new_certs_dir = \(folder)
                rand_serial = yes
                default_md = sha256
                policy = p
                [p]
                commonName = supplied
                """
            try Data(settings.utf8).write(to: URL(filePath: "\(folder)/settings"))
            try Data().write(to: URL(filePath: "\(folder)/index"))
            let request = ["req", "-new", "-newkey", "rsa:2048", "-nodes", "-subj", subject]
            _ = try run(request + ["-keyout", "\(folder)/key", "-out", "\(folder)/request"])
            return try run(
                ["ca", "-batch", "-selfsign", "-notext", "-config", "\(folder)/settings"]
                    + ["-keyfile", "\(folder)/key", "-in", "\(folder)/request"]
                    + ["-startdate", "20200101000000Z", "-enddate", "20210101000000Z"])
        }
    }

    /// What the command prints about a certificate.
    package static func facts(_ pem: String, _ options: [String]) throws -> String {
        try run(["x509", "-noout"] + options, input: pem)
    }

    private static func inFolder(_ make: (String) throws -> String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try make(folder.path)
    }

    private static func run(_ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        let (asked, told) = (Pipe(), Pipe())
        process.standardInput = asked
        process.standardOutput = told
        process.standardError = FileHandle.nullDevice
        try process.run()
        asked.fileHandleForWriting.write(Data(input.utf8))
        try asked.fileHandleForWriting.close()
        let output = told.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(arguments: arguments) }
        return String(decoding: output, as: UTF8.self)
    }

    struct Failed: Error { let arguments: [String] }
}
