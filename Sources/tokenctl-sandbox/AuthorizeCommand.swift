import ArgumentParser
import TokenctlSandbox

/// `tokenctl-sandbox authorize URL`: plays the browser and the person in it.
struct AuthorizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorize",
        abstract: "Sign in at an authorization URL, as a person would in a browser.",
        discussion: """
            Consents to what is asked for, and brings the answer to a redirect URI on loopback; one that is elsewhere is \
            printed instead, to be pasted. Good as BROWSER="tokenctl-sandbox authorize".
            """)

    @Argument(help: "The authorization URL, plain HTTP on loopback.")
    var url: String

    @OptionGroup var person: PersonOptions

    @Flag(help: "Decline.")
    var decline = false

    func run() throws {
        let redirect = try Blocking.wait { [url, user = person.user, decline] in
            var browser = ScriptedBrowser(user: user, declines: decline)
            return try await browser.authorize(url)
        }
        if let redirect { print(redirect) }
    }
}
