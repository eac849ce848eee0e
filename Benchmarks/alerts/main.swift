// Measures rendering: facts → words → every body → bytes, warm, on one core.
//
//     swift build -c release --product alerts-benchmark && Benchmarks/alerts/run
//
// Prints one JSON line: microseconds per alert, the best of several rounds.

import Alerts
import Glibc

/// A typical alert of the reader: somebody assumes a role in another account.
func facts() -> Alert {
    var alert = Alert()
    alert.due = true
    alert.id = "0d1e2f3a-4b5c-6d7e-8f90-a1b2c3d4e5f6"
    alert.kind = .assumeRole
    alert.outcome.result = .success
    alert.person.name = "BreakglassUser1"
    alert.person.source = .userName
    alert.person.vouched = true
    alert.principal.type = "IAMUser"
    alert.principal.arn = "arn:aws:iam::123456789012:user/BreakglassUser1"
    alert.principal.name = "BreakglassUser1"
    alert.principal.accountID = "123456789012"
    alert.principal.accessKeyID = "ASIAIOSFODNN7EXAMPLE"
    alert.role.arn = "arn:aws:iam::111122223333:role/EmergencyAccess_Ops"
    alert.role.name = "EmergencyAccess_Ops"
    alert.role.sessionName = "BreakglassUser1"
    alert.role.assumedRoleARN =
        "arn:aws:sts::111122223333:assumed-role/EmergencyAccess_Ops/BreakglassUser1"
    alert.role.assumedRoleID = "AROAI44QH8DHBEXAMPLE:BreakglassUser1"
    alert.role.access = "Ops"
    alert.account.recordedIn = "123456789012"
    alert.account.caller = "123456789012"
    alert.account.target = "111122223333"
    alert.account.names = ["123456789012": "security", "111122223333": "production"]
    alert.mfa = .yes
    alert.session.thread = "AROAI44QH8DHBEXAMPLE:BreakglassUser1"
    alert.session.step = 1
    alert.session.issuedAccessKeyID = "ASIAI44QH8DHBEXAMPLE"
    alert.session.expiration = "2026-07-01T04:08:19Z"
    alert.session.sharedEventID = "11112222-3333-4444-5555-666677778888"
    alert.eventName = "AssumeRole"
    alert.eventSource = "sts.amazonaws.com"
    alert.eventTime = "2026-07-01T03:08:19Z"
    alert.delaySeconds = 251
    alert.region = "us-east-1"
    alert.awsRegion = "us-east-1"
    alert.sourceIP = "203.0.113.7"
    alert.userAgent = "aws-cli/2.32.0 md/awscrt#0.28.4 ua/2.1 os/macos#24.6.0 command/sts.assume"
    return alert
}

/// Microseconds per call, the best of 400 rounds.
func best(of rounds: Int = 400, calls: Int = 40, _ work: () -> Int) -> Double {
    var best = Double.infinity
    var sum = 0
    for _ in 0..<rounds {
        let time = ContinuousClock().measure {
            for _ in 0..<calls { sum &+= work() }
        }
        let (seconds, attoseconds) = time.components
        let elapsed = Double(seconds) * 1e6 + Double(attoseconds) / 1e12
        best = min(best, elapsed / Double(calls))
    }
    precondition(sum > 0)
    return best
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

let typical = facts()
var finished = typical
finished.finish(runbook: "https://wiki.example.com/x", emergencyAccount: "123456789012")
let message = finished.message

let words = best {
    var alert = typical
    alert.finish(runbook: "https://wiki.example.com/x", emergencyAccount: "123456789012")
    return alert.headline.utf8.count
}
let json = best { finished.json.count }
let bodies = best { finished.message.text.utf8.count }
let all = best {
    var alert = typical
    alert.finish(runbook: "https://wiki.example.com/x", emergencyAccount: "123456789012")
    return alert.encodedMessage.count
}
let sns = best { message.snsMessage(for: .everyone).utf8.count }
print(
    """
    {"words":\(rounded(words)),"json":\(rounded(json)),"bodies":\(rounded(bodies)),\
    "all":\(rounded(all)),"sns":\(rounded(sns)),\
    "bytes":\(finished.encodedMessage.count)}
    """)
