import AccessPlan
import Calls
import Text

extension Alert {
    /// What was changed; `nil` where nothing was. Where the event states no value, the words of the call
    /// say what happened.
    var shownChange: Change? {
        guard kind == .tamper || kind == .idpChange else { return nil }
        return change ?? changeByWords
    }

    /// What was there before, and what is there now, in one line: "policy was: not stated; now: …". Of an
    /// attempt, what was asked for.
    var changeWords: String? {
        guard let change = shownChange else { return nil }
        var words =
            isFailure
            ? "nothing was changed: the call failed. Asked for: \(change.what) \(change.after)"
            : "\(change.what) was: \(change.before ?? "not stated"); now: \(change.after)"
        if let who = change.who, !change.after.contains(who) { words += "; for: \(who)" }
        return words
    }

    /// What the call's words say by themselves: "the trail was: not stated; now: stopped".
    private var changeByWords: Change {
        let noun =
            resource.type == .snsSubscription
            ? "the subscription" : resource.type.flatMap { Alert.nouns[$0] } ?? "the resource"
        let what = noun.hasPrefix("the ") ? String(noun.dropFirst(4)) : noun
        guard let words = call?.words.passive else {
            return Change(what, now: "changed by \(eventName ?? "an unnamed call")")
        }
        for (state, before) in [("deleted", "existed"), ("created", "did not exist")]
        where words == "was \(state)" {
            return Change(what, before: before, now: state)
        }
        let after = ["was ", "got ", "had "].first { words.hasPrefix($0) }
            .map { String(words.dropFirst($0.utf8.count)) }
        return Change(what, now: after ?? words)
    }
}
