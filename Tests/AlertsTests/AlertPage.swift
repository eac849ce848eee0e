import Foundation

@testable import Alerts

/// The bodies of an alert laid out for review.
enum AlertPage {
    static func plain(_ alert: Alert) -> String {
        let message = alert.message
        return """
            === subject
            \(message.subject)

            === email
            \(message.text)
            === sms
            \(message.sms ?? "")

            === chat
            \(pretty(message.https))

            === json
            \(pretty(message.sqs))

            """
    }

    static func markdown(_ samples: [(name: String, title: String, alert: Alert)]) -> String {
        var page = """
            # What people read

            Every kind of alert, as an e-mail and a text message show it. The bodies for chat and for
            machines are in `Tests/AlertsTests/Golden`. A test keeps this page true:
            `RENEW_GOLDEN=1 swift test --filter GoldenTests` writes it anew. What each call of
            AWS means is in [calls.md](calls.md).

            - [How urgent an alert is](#how-urgent-an-alert-is)

            """
        for sample in samples {
            page += "- [\(sample.title)](#\(anchor(sample.title)))\n"
        }
        page += "\n" + severities()
        for sample in samples {
            let message = sample.alert.message
            page += """

                ## \(sample.title)

                **Subject:** `\(message.subject)`

                ````text
                \(message.text)````

                **SMS:** `\(message.sms ?? "")`

                """
        }
        return page
    }

    private static func anchor(_ title: String) -> String {
        String(
            title.lowercased().compactMap { (character: Character) -> Character? in
                if character == " " || character == "-" { return "-" }
                return character.isLetter || character.isNumber ? character : nil
            })
    }

    private static func pretty(_ json: String?) -> String {
        guard let json,
            let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)),
            let data = try? JSONSerialization.data(
                withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
        else { return "not valid JSON: \(json ?? "nil")" }
        return String(decoding: data, as: UTF8.self).replacing("\\/", with: "/")
    }
}
