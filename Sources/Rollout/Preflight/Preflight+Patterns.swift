import AWSClient
import Deployment

extension Preflight {
    /// Lets EventBridge test the pattern of every rule, in the home Region of the emergency access
    /// account: the answer is the same everywhere.
    func patterns() async -> [PreflightAnswer] {
        let trials = PatternTrial.all(planned.patterns, for: plan)
        let site = sites.emergency
        let results = await trials.concurrentMap(width: Self.width) { trial in
            (rule: trial.rule, result: await test(trial, site))
        }
        return PreflightAnswer.patterns(account: site.account, region: home, results)
    }

    private func test(
        _ trial: PatternTrial, _ site: Site
    ) async -> PreflightAnswer.PatternResult {
        for event in trial.events {
            let answer = await site.ask(
                EventBridge.testEventPattern(trial.pattern, event: event.json), in: home)
            switch answer {
            case .success(let matches):
                guard event.isWanted == nil || event.isWanted == matches else {
                    return .mismatch(matches: matches, event.title)
                }
            case .failure(let failure) where failure.begins(with: ["InvalidEventPattern"]):
                return .refused(failure.serviceError?.message ?? "it does not say why")
            case .failure(let failure):
                return .unread(String("\(failure)".split(separator: "\n").first ?? ""))
            }
        }
        return .asExpected
    }
}
