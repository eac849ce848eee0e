import AWSClient
package import Deployment
import Partitions
import System
import Templates

/// Asks the services for what a stack claims to have made: a stack may say CREATE_COMPLETE, or have
/// said it once, and a rule or a role is not there.
package struct Claims: Sendable {
    let site: Site
    let region: String

    /// Names the account and the Region of stacks.
    package init(_ site: Site, _ region: String) {
        self.site = site
        self.region = region
    }

    /// How many services are asked at a time.
    private static let width = 8

    /// What is not there is asked for once more after this time: IAM answers from copies that take a
    /// moment to agree.
    private static let moment = Duration.seconds(5)

    /// Asks for everything that a stack claims.
    /// - Parameter stack: as planned, which is what is deployed.
    /// - Returns: what is not as claimed, and what could not be asked.
    package func check(_ stack: WantedStack) async -> ClaimReport {
        var report = ClaimReport(site: site, region: region, stack: stack)
        let claimed: ClaimedStack
        do throws(Obstacle) {
            claimed = try await claims(of: stack)
        } catch {
            report.unasked = [error]
            return report
        }
        let types = Set(claimed.claims.map(\.type))
        var questions = ClaimQuestion.all.filter { !$0.types.isDisjoint(with: types) }
        for isLast in [false, true] {
            let answers = await questions.concurrentMap(width: Self.width) {
                await answer($0, claimed, stack)
            }
            report.unasked = answers.flatMap(\.unasked)
            report.faults = answers.flatMap(\.faults)
            guard !isLast, !report.faults.isEmpty else { break }
            questions = zip(questions, answers).filter { !$1.faults.isEmpty || !$1.unasked.isEmpty }
                .map(\.0)
            await site.client.world.wait(Self.moment)
        }
        return report
    }

    private struct Answer: Sendable {
        var faults: [ClaimFault] = []
        var unasked: [Obstacle] = []
    }

    // Not in the closure above: the optimizer of Swift 6.3 spoils an error that is caught there.
    private func answer(
        _ question: ClaimQuestion, _ claimed: ClaimedStack, _ stack: WantedStack
    ) async -> Answer {
        do throws(AWS.Failure) {
            return Answer(faults: try await question.ask(claimed))
        } catch {
            return Answer(unasked: [Obstacle(error, at: site, region, stack.name)])
        }
    }

    /// What the stack claims, with what its template says of it.
    private func claims(of stack: WantedStack) async throws(Obstacle) -> ClaimedStack {
        let listed: [CloudFormation.StackResource]
        do throws(AWS.Failure) {
            listed = try await site.all(in: region) {
                CloudFormation.listStackResources(stack: stack.name, token: $0)
            }
        } catch {
            throw Obstacle(error, at: site, region, stack.name)
        }
        var properties: [String: TemplateValue] = [:]
        do throws(ResolutionError) {
            for resource in try stack.resolved().resources() {
                properties[resource.id] = resource.properties
            }
        } catch {
            throw Obstacle(account: site.account, region: region, stack.name, "\(error)")
        }
        let claims = listed.compactMap { resource -> Claim? in
            guard resource.status != "DELETE_COMPLETE", let physical = resource.physicalID else {
                return nil
            }
            return Claim(
                id: resource.logicalID, type: resource.type, physical: physical,
                properties: properties[resource.logicalID] ?? [:])
        }
        guard !claims.isEmpty else {
            throw Obstacle(
                account: site.account, region: region, stack.name, "claims no resource at all",
                hint: "aws cloudformation list-stack-resources --region \(region) "
                    + "--stack-name \(stack.name)")
        }
        return ClaimedStack(site: site, region: region, claims: claims)
    }
}

/// What the services say of what a stack claims.
package struct ClaimReport: Sendable {
    let site: Site
    let region: String
    let stack: WantedStack

    /// What is not as claimed.
    package internal(set) var faults: [ClaimFault] = []

    /// What could not be asked, and why.
    package internal(set) var unasked: [Obstacle] = []

    /// Forgets what is there, and not as the template says.
    mutating func keepMissing() { faults.removeAll { $0.fact != .missing } }

    /// How the stack comes to have again what it claims.
    package var remedy: ClaimRemedy { ClaimRemedy(faults, of: stack) }

    /// Everything that is in the way of saying that the stack is complete.
    package var obstacles: [Obstacle] {
        faults.map { fault in
            Obstacle(
                account: site.account, region: region, stack.name, fault.words,
                hint: fault.hint ?? whoDidIt(fault))
        } + unasked
    }

    private func whoDidIt(_ fault: ClaimFault) -> String {
        let isGlobal =
            fault.type.hasPrefix("AWS::IAM") || fault.type.hasPrefix("AWS::Organizations")
        let place = isGlobal ? Partition(region: region).globalRegion ?? region : region
        return "see who did it: aws cloudtrail lookup-events --region \(place) "
            + "--lookup-attributes AttributeKey=ResourceName,AttributeValue=\(fault.name)"
    }
}
