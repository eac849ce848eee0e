import AccessPlan
import Rollout
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

    /// Each trail with the judgment on it, then what follows: the parts of each line.
    func lines(ofOrganization: Bool) -> [[String]] {
        let trails = judged.map { one in
            ["trail", one.trail.arn, one.trail.homeRegion, one.word, one.reason ?? "-"]
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
}
