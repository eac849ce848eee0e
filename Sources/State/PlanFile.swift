public import AccessPlan
import Glibc

/// The plans that deployment puts beside the executable.
public enum PlanFile {
    /// Reads `plan.json`, what an alert needs of the plan.
    /// - Parameter folder: where the zip was unpacked; Lambda's `LAMBDA_TASK_ROOT`.
    /// - Returns: the plan that this function goes by.
    /// - Throws: ``PlanFileError`` when there is none, or none that can be read.
    public static func compiled(in folder: String) throws(PlanFileError) -> CompiledPlan {
        try read("\(folder)/plan.json") { bytes throws(PlanError) in try CompiledPlan(json: bytes) }
    }

    /// Reads `checker-plan.json`, the whole plan.
    /// - Parameter folder: where the zip was unpacked; Lambda's `LAMBDA_TASK_ROOT`.
    /// - Returns: the plan that this function goes by.
    /// - Throws: ``PlanFileError`` when there is none, or none that can be read.
    public static func whole(in folder: String) throws(PlanFileError) -> Plan {
        try read("\(folder)/checker-plan.json") { bytes throws(PlanError) in try Plan(json: bytes) }
    }

    private static func read<Value>(
        _ path: String, _ make: ([UInt8]) throws(PlanError) -> Value
    ) throws(PlanFileError) -> Value {
        guard let bytes = contents(of: path) else {
            throw errno == ENOENT
                ? .missing(path) : .unreadable(path, String(cString: strerror(errno)))
        }
        do throws(PlanError) {
            return try make(bytes)
        } catch {
            throw .unreadable(path, "\(error)")
        }
    }

    /// A file's bytes; `nil` with `errno` set where it cannot be read. Straight from the system:
    /// this one file is no reason to link FoundationEssentials (docs/decisions.md).
    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count > 0 { bytes += chunk[..<count] } else { break }
        }
        return ferror(file) == 0 ? bytes : nil
    }
}

extension CompiledPlan {
    /// The plan with what only deployment knows: a key's id is made with the key.
    /// - Parameter arns: ARNs, a comma between them; what is none is left out.
    /// - Returns: the plan that watches them, too.
    public func watching(_ arns: String?) -> CompiledPlan {
        var plan = self
        plan.watched += (arns ?? "").split(separator: ",").compactMap { text in
            (try? ARN(String(text))).map(Watched.init)
        }
        return plan
    }
}

/// Why a function has no plan.
public enum PlanFileError: Error, Sendable {
    /// There is no such file.
    case missing(String)

    /// It is there and is no plan: path and reason.
    case unreadable(String, String)
}

extension PlanFileError: CustomStringConvertible {
    /// Subject, fact, hint.
    public var description: String {
        switch self {
        case .missing(let path):
            "plan \"\(path)\" is missing\n"
                + "hint: build the zip with `lambda/package --plan PLAN`, as deployment does"
        case .unreadable(let path, let reason):
            "plan \"\(path)\" cannot be read: \(reason)\n"
                + "hint: build the zip again with `lambda/package --plan PLAN`"
        }
    }
}
