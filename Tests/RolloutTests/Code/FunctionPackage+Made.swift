@testable import Rollout

extension FunctionPackage {
    /// A package with an executable of a few bytes.
    static func made(_ function: Function, plan: String = "{}") throws -> FunctionPackage {
        var executable: [UInt8] =
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + .init(repeating: 0, count: 20)
        executable[18] = 0xB7
        let bootstrap = ZipFile.Entry(
            name: "bootstrap", method: 0, packed: executable,
            size: UInt32(executable.count), checksum: ZipFile.checksum(executable),
            isExecutable: true)
        return try FunctionPackage(
            function, built: ZipFile.write([bootstrap]), plan: Array(plan.utf8))
    }
}
