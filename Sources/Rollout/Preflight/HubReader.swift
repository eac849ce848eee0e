import AWSClient
package import AccessPlan
package import Deployment

/// Reads what a hub's Region offers, and what it still lacks on a first day.
package enum HubReader {
    /// Asks one Region. What is not told is said in ``HubSurroundings/unread``.
    package static func read(_ plan: Plan, _ site: Site, _ region: String) async -> HubSurroundings
    {
        var here = HubSurroundings(region: region)
        let archives = await site.ask(
            EventBridge.listArchives(prefix: AlertPathNames.archive), in: region)
        switch archives {
        case .success: here.hasArchives = true
        case .failure(let failure) where failure.begins(with: absent): here.hasArchives = false
        case .failure(let failure): here.unread[.archive] = "\(failure)"
        }
        switch await site.ask(Lambda.getUnreservedConcurrency(), in: region) {
        case .success(let count): here.unreserved = count
        case .failure(let failure): here.unread[.concurrency] = "\(failure)"
        }
        for (name, reserved) in [
            (AlertPathNames.publisher, \HubSurroundings.reserved),
            (AlertPathNames.criticalPublisher, \.reservedForCritical),
        ] {
            switch await site.ask(Lambda.getFunctionConcurrency(name), in: region) {
            case .success(let count): here[keyPath: reserved] = count ?? 0
            case .failure(let failure) where failure.begins(with: ["ResourceNotFoundException"]):
                break
            case .failure(let failure): here.unread[.concurrency] = "\(failure)"
            }
        }
        guard plan.subscribers.contains(where: { $0.transport == .sms }) else { return here }
        switch await site.ask(SNS.isInSMSSandbox(), in: region) {
        case .success(let isIn): here.isInSMSSandbox = isIn
        case .failure(let failure): here.unread[.sms] = "\(failure)"
        }
        return here
    }

    /// How the codes begin by which a Region says that an operation does not exist there.
    private static let absent = [
        "UnknownOperation", "UnsupportedOperation", "InvalidAction", "OperationNotSupported",
        "NotImplemented",
    ]
}

extension AWS.Failure {
    /// Whether the service's code begins with one of these.
    func begins(with codes: [String]) -> Bool {
        guard let code = serviceError?.code else { return false }
        return codes.contains(where: code.hasPrefix)
    }
}

extension Site {
    /// Carries out an operation whose failure is an answer, too.
    func ask<Output: Sendable>(
        _ operation: AWS.Operation<Output>, in region: String
    ) async -> Result<Output, AWS.Failure> {
        do throws(AWS.Failure) {
            return .success(try await send(operation, in: region))
        } catch {
            return .failure(error)
        }
    }

    /// Reads a list whose failure is an answer, too.
    func askAll<Item: Sendable>(
        in region: String, _ page: (_ token: String?) -> AWS.Operation<AWS.Page<Item>>
    ) async -> Result<[Item], AWS.Failure> {
        do throws(AWS.Failure) {
            return .success(try await all(in: region, page))
        } catch {
            return .failure(error)
        }
    }
}
