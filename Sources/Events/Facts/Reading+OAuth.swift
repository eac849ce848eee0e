import Alerts

extension Reading {
    /// The client that a token is for; `nil` in every event that is not about tokens of the sign-in
    /// service.
    var oauthClient: String? { oauth("client_id") }

    /// What the token may be used for, e.g. the AWS MCP server.
    var oauthResource: String? { oauth("resource") }

    /// A tool renewed its token by itself: nobody did anything.
    var isRenewal: Bool { oauth("grant_type") == "refresh_token" }

    /// Whether an application or agent acts for somebody. The clients of `aws login` are the person's
    /// own command line.
    var isForApplication: Bool {
        if identity.invokedBy == "aws-mcp.amazonaws.com" { return true }
        if oauthResource != nil { return true }
        return oauthClient.map { !$0.contains(":devtools/") } ?? false
    }

    private func oauth(_ name: String) -> String? {
        guard record.eventSource == SignIn.source else { return nil }
        return record.request[name] ?? record.additional[name]
    }
}
