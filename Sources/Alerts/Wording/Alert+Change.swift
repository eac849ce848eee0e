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
    /// policy, a new member, how many days are left.
    var decisiveValue: String? {
        guard let change, !isFailure else { return nil }
        let isGone = ["removed", "deleted", "not attached"].contains { change.after.hasPrefix($0) }
        guard let stated = isGone ? change.before : change.after else { return nil }
        let ends = [" (", ";"].compactMap { stated.firstRange(of: $0)?.lowerBound }
        let value = String(stated[..<(ends.min() ?? stated.endIndex)])
        let isWord = value.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
        let isTelling = value.utf8.contains { byte in
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "@:/*".utf8.contains(byte)
                || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        }
        let isUpper = isWord && value.utf8.allSatisfy { $0 & 0x20 == 0 }
        guard value.utf8.count <= 48, value != resourceName else { return nil }
        return isTelling && !isUpper || value.hasPrefix("allows ") ? value : nil
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
