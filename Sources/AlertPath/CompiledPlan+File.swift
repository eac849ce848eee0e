public import BreakGlass
import FoundationEssentials

extension CompiledPlan {
    /// Reads the plan that deployment put beside the executable.
    /// - Parameter folder: where the zip was unpacked; Lambda's `LAMBDA_TASK_ROOT`.
    /// - Returns: the plan that this function goes by.
    /// - Throws: ``PlanFileError`` when there is none, or none that can be read.
    public static func bundled(in folder: String) throws(PlanFileError) -> CompiledPlan {
        let path = "\(folder)/plan.json"
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .missing(path)
        }
        do {
            return try CompiledPlan(json: [UInt8](bytes))
        } catch {
            throw .unreadable(path, "\(error)")
        }
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
