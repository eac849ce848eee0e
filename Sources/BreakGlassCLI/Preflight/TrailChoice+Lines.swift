import AccessPlan
import Snapshots

extension TrailChoice {
    /// The exit status.
    var status: ExitStatus {
        switch decision {
        case .adopt: .fine
        case .repair, .make, .refuse: .drift
        case .unknown: .failure
        }
    }

    /// Each trail with the judgement on it, then what follows: the parts of each line.
    func lines(ofOrganization: Bool) -> [[String]] {
        let trails = judged.map { one in
            ["trail", one.trail.arn, one.trail.homeRegion] + one.fitness.words(of: one.trail)
        }
        switch decision {
        case .adopt(let trail): return trails + [["adopt", trail.arn]]
        case .repair(let trail, let reasons):
            return trails + [["repair", trail.arn, reasons.joined(separator: ", and ")]]
        case .make:
            return trails + [["make", AlertPathNames.trail, ofOrganization ? "yes" : "no"]]
        case .refuse, .unknown: return trails
        }
    }

    /// Why deployment cannot go on, each with a hint.
    var problems: [String] {
        switch decision {
        case .adopt, .repair, .make: return []
        case .refuse(let fact):
            let fit = judged.first { $0.fitness == .fit }?.trail.arn
            let other = fit.map { "write trail: \($0)" } ?? "remove the line trail:"
            return ["\(fact)\nhint: put it right, or \(other) in the plan"]
        case .unknown(let unread):
            return unread.map {
                """
                \($0)
                hint: ask with credentials of the trail's own account, the management account for an \
                organization's trail; they need cloudtrail:GetTrailStatus and cloudtrail:GetEventSelectors
                """
            }
        }
    }
}

extension Snapshot.Trail.Fitness {
    /// `fit`, `unfit` or `unknown`, and why; `-` where there is nothing to say.
    fileprivate func words(of trail: Snapshot.Trail) -> [String] {
        switch self {
        case .fit: ["fit", trail.deliveryError.map { "cannot deliver its log: \($0)" } ?? "-"]
        case .unfit(let reasons): ["unfit", reasons.joined(separator: ", and ")]
        case .unknown(let unread):
            ["unknown", unread.map(\.description).joined(separator: ", and ")]
        }
    }
}
