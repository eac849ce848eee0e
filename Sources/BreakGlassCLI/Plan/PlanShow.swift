import AccessPlan
import ArgumentParser

extension PlanCommand {
    /// `breakglass plan show`.
    struct Show: SpeakingCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show who gets where: the mapping table of AWS's guide.",
            discussion: """
                One line a role: the account it is in, who may take it, what it may do, and the \
                group of the identity provider that opens the way to it.
                """)

        @Argument(help: "The plan: YAML or JSON; - is standard input.")
        var plan: String

        @Option(help: "text, markdown or csv.")
        var format = Table.Format.text

        mutating func run(_ terminal: Terminal) -> ExitStatus {
            guard let read = terminal.plan(at: plan) else { return .failure }
            terminal.print(read.mapping.table.written(as: format))
            read.mapping.remarks.forEach { terminal.note($0) }
            return .fine
        }
    }
}

extension Mapping {
    /// The table with the guide's columns.
    fileprivate var table: Table {
        var table = Table(["Account", "Role", "Trusted by", "Permissions", "IdP group"])
        for row in rows {
            table.rows.append([
                row.accountName == row.account
                    ? row.account : "\(row.accountName) (\(row.account))",
                row.role, row.trustedBy, row.permissions.joined(separator: ", "), row.group ?? "-",
            ])
        }
        return table
    }
}
