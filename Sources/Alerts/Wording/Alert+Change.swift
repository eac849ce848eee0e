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

    /// What was there before, and what is there now, in one line: "policy, was: not stated, now: …". Of
    /// an attempt, what was asked for.
    var changeWords: String? {
        guard let change = shownChange else { return nil }
        var words =
            isFailure
            ? "nothing was changed, the attempt failed. Asked for \(change.what): \(change.after)"
            : "\(change.what), was: \(change.before ?? "not stated"), now: \(change.after)"
        if let who = change.who, !change.after.contains(who) { words += "; for: \(who)" }
        return words
    }

    /// The value that decides, if it is short and says more than the call's words: the name of a
    /// policy, a new member, how many days are left; of a changed attribute, which one.
    var decisiveValue: String? {
        guard let change, !isFailure, change.what != "settings" else { return nil }
        if change.what.isAttributeName { return change.what }
        let isGone = ["removed", "deleted", "not attached"].contains { change.after.hasPrefix($0) }
        guard let stated = isGone ? change.before : change.after else { return nil }
        let ends = [" (", ";", " added", " set"].compactMap {
            stated.firstRange(of: $0)?.lowerBound
        }
        let value = String(stated[..<(ends.min() ?? stated.endIndex)])
        if value.hasPrefix("allows ") { return value.utf8.count <= 48 ? value : nil }
        let isSentence = [", ", ": ", "'"].contains { value.firstRange(of: $0) != nil }
        guard !isSentence, value.utf8.count <= 48, value != resourceName, value != resource.arn
        else { return nil }
        return value.isTelling ? value : nil
    }

    /// What the call's words say by themselves: "trail, was: not stated, now: stopped".
    private var changeByWords: Change {
        let noun =
            resource.type == .snsSubscription
            ? "the subscription" : resource.type.flatMap { Alert.nouns[$0] } ?? "the resource"
        let what = noun.hasPrefix("the ") ? String(noun.dropFirst(4)) : noun
        guard let words = call?.words.passive else {
            let name = eventName ?? "an unnamed call"
            return Change(what, now: kind == .idpChange ? "event \(name)" : "changed by \(name)")
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

extension String {
    /// Whether it is an attribute's name as AWS writes them: "FilterPolicy".
    fileprivate var isAttributeName: Bool {
        wholeMatch(of: /([A-Z]+[a-z]+)+/) != nil
    }

    /// Whether it is more than a plain word, like a name, a number or an address; words in capitals
    /// are states.
    fileprivate var isTelling: Bool {
        wholeMatch(of: /[A-Z_]+/) == nil && wholeMatch(of: /[a-z \-]*/) == nil
    }
}
