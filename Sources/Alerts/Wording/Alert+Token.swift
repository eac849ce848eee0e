extension Alert {
    /// A token of the sign-in service. `aws login` is the person's own command line; any other client is
    /// an application or agent that may act for them.
    func tokenSentence(_ place: String, _ phrasing: Phrasing) -> String {
        let isApplication = actor.kind == .application
        let client = phrasing.isBrief ? "" : " (\(shortAgent(phrasing)))"
        if isFailure {
            return isApplication
                ? "somebody tried to get a token for an application\(client) in \(place) and failed"
                : "somebody tried to get a token for a command line in \(place) and failed"
        }
        let person = isApplication ? holder(phrasing) : who(phrasing)
        if actor.renews {
            return isApplication
                ? "an application\(client) renewed the rights of \(person) in \(place) by itself"
                : "the command line of \(person) renewed its sign-in to \(place) by itself"
        }
        if isApplication {
            return "\(person) let an application\(client) act with their rights in \(place)"
        }
        return isOwnTool
            ? "\(person) turned a sign-in to \(place) into CLI credentials (aws login)"
            : "\(person) got a token of the sign-in service in \(place), for an unknown client"
    }
}
