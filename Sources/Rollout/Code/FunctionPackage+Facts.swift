package import Deployment

extension DeploymentFacts {
    /// Adds what was built, and where it is.
    /// - Parameters:
    ///   - packages: what was built.
    ///   - stored: where each Region's bucket holds it, as far as it does.
    package mutating func add(
        _ packages: [FunctionPackage],
        stored: [String: [FunctionPackage.Function: CodeStore.Stored]]
    ) {
        for package in packages {
            architecture = package.architecture
            code[package.function.rawValue] = CodeObject(
                key: package.key,
                versions: stored.compactMapValues { $0[package.function]?.version })
        }
    }
}
