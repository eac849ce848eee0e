package import AWSClient
import Deployment
import System

/// One stack, and how long to wait for it.
package struct StackWatch: Sendable {
    let site: Site
    let region: String
    let name: String
    let board: Board

    /// Names a stack.
    package init(_ name: String, at site: Site, _ region: String, _ board: Board) {
        self.name = name
        self.site = site
        self.region = region
        self.board = board
    }

    /// Account, Region and name, in columns.
    package var subject: String { Self.subject(site.account, region, name) }

    /// Columns for a line about a stack.
    static func subject(_ account: String, _ region: String, _ name: String) -> String {
        func column(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        return "\(account)  \(column(region, 15)) \(column(name, 28))"
    }

    /// How long CloudFormation may show no sign of life.
    static let patience = Duration.seconds(1_800)

    /// The first pause between two questions; each one is longer than the last.
    static let firstPause = Duration.milliseconds(200)

    /// The longest pause between two questions.
    static let longestPause = Duration.seconds(5)

    /// Reads the stack.
    /// - Returns: `nil` if there is none.
    /// - Throws: ``Obstacle`` where CloudFormation does not tell.
    package func read() async throws(Obstacle) -> CloudFormation.StackDescription? {
        try await send(CloudFormation.describeStack(name))
    }

    /// Waits until CloudFormation is done with the stack. A failure inside it is said at once, before the
    /// stack has been rolled back.
    /// - Returns: the stack; `nil` once there is none.
    /// - Throws: ``Obstacle`` where CloudFormation does not tell, the run was canceled, or nothing has
    ///   happened for half an hour.
    package func settled() async throws(Obstacle) -> CloudFormation.StackDescription? {
        let world = site.client.world
        var pause = Self.firstPause
        var lastSign = world.instant()
        var asked = lastSign
        var latest = ""
        var failed: Set<String> = []
        while true {
            guard let stack = try await read() else { return nil }
            let status = StackStatus(stack.status)
            guard status == .underWay else { return status == .absent ? nil : stack }
            if Task.isCancelled { throw interrupted(stack.status) }
            let now = world.instant()
            if now - asked >= .seconds(15) {
                asked = now
                let events = await events()
                if let event = events.first, event.id != latest {
                    latest = event.id
                    lastSign = now
                    board.update(subject, "\(stack.status): \(event.logicalID) \(event.status)")
                }
                for event in events.failures where failed.insert(event.id).inserted {
                    board.tellFailure(subject, event)
                }
            } else if latest.isEmpty {
                board.update(subject, stack.status)
            }
            guard now - lastSign < Self.patience else {
                throw obstacle(
                    "\(stack.status), and nothing has happened for \(Self.patience.inWords)",
                    hint:
                        "aws cloudformation describe-stack-events --region \(region) --stack-name "
                        + "\(name) says what it waits for; then run the same command again")
            }
            await world.wait(pause)
            pause = min(pause * 3 / 2, Self.longestPause)
        }
    }

    /// What happened since the stack was last told to do something, the latest first; empty where
    /// CloudFormation does not tell.
    func events() async -> [CloudFormation.StackEvent] {
        var recent: [CloudFormation.StackEvent] = []
        var token: String?
        for _ in 0..<5 {
            let page: AWS.Page<CloudFormation.StackEvent>
            do throws(AWS.Failure) {
                page = try await site.send(
                    CloudFormation.describeStackEvents(of: name, token: token), in: region)
            } catch {
                return recent
            }
            for event in page.items {
                if event.reason == "User Initiated" { return recent }
                recent.append(event)
            }
            token = page.next
            if token?.isEmpty != false { break }
        }
        return recent
    }

    /// Carries out an operation on the stack.
    func send<Output: Sendable>(
        _ operation: AWS.Operation<Output>, hint: String? = nil
    ) async throws(Obstacle) -> Output {
        do throws(AWS.Failure) {
            return try await site.send(operation, in: region)
        } catch {
            throw Obstacle(error, at: site, region, name, hint: hint)
        }
    }

    /// An obstacle about this stack.
    func obstacle(_ reason: String, hint: String? = nil) -> Obstacle {
        Obstacle(account: site.account, region: region, name, reason, hint: hint)
    }

    /// The run was stopped while CloudFormation was at work.
    func interrupted(_ status: String) -> Obstacle {
        obstacle("still \(status) in AWS", hint: "the next run waits for it and goes on")
    }
}

extension [CloudFormation.StackEvent] {
    /// The failures that are causes: what was only canceled because something else failed says nothing.
    var failures: [CloudFormation.StackEvent] {
        filter { event in
            event.status.hasSuffix("FAILED") && event.reason?.contains("cancelled") != true
                && event.reason?.isEmpty == false
        }
    }
}

extension Board {
    fileprivate func tellFailure(_ subject: String, _ event: CloudFormation.StackEvent) {
        say("\(subject)  \(event.logicalID) \(event.status): \(event.reason ?? "")")
    }
}
