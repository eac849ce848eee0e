public import AccessPlan
import Glibc

/// The plan that deployment packs into a function's zip.
public enum PlanFile {
    /// Reads `plan.json`.
    /// - Parameter folder: where the zip was unpacked; Lambda's `LAMBDA_TASK_ROOT`.
    /// - Returns: the plan of this function.
    /// - Throws: ``PlanFileError`` when the file does not exist or cannot be read.
    public static func plan(in folder: String) throws(PlanFileError) -> Plan {
        let path = "\(folder)/plan.json"
        guard let bytes = contents(of: path) else {
            throw errno == ENOENT
                ? .missing(path) : .unreadable(path, String(cString: strerror(errno)))
        }
        do throws(PlanError) {
            return try Plan(json: bytes)
        } catch {
            throw .unreadable(path, "\(error)")
        }
    }

    /// A file's bytes; `nil` with `errno` set if it cannot be read. Calls the C library: one file does
    /// not justify linking FoundationEssentials (docs/decisions.md).
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

extension Plan {
    /// The plan with resources that only deployment knows, e.g. the hub's key: its id is created with
    /// the key.
    /// - Parameter arns: ARNs, separated by commas; what is not an ARN is left out.
    /// - Returns: the plan, which guards them, too.
    public func watching(_ arns: String?) -> Plan {
        var plan = self
        plan.guarded += (arns ?? "").split(separator: ",").compactMap { try? ARN(String($0)) }
        return plan
    }
}

/// Why a function has no plan.
public enum PlanFileError: Error, Sendable {
    /// The file does not exist.
    case missing(String)

    /// The file is not a plan: path and reason.
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
