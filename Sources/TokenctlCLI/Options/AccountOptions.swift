import ArgumentParser
import OAuth

/// Whose token is wanted.
struct AccountOptions: ParsableArguments {
    @Option(
        help: .init(
            "The account, by user name or home account ID; needed only when several have signed in.", valueName: "user")
    )
    var account: String?
}

extension AccountOptions {
    var subject: Subject { .user(account) }
}
