/// The pages on which people are asked something.
///
/// - Parameter key: the random token that ties a form to its sign-in.
extension Page {
    /// - Parameters:
    ///   - session: who is signed in already and may go on.
    ///   - users: whom to offer, as this is a sandbox.
    package static func signIn(
        _ interaction: Interaction, key: String, session: SignIn?, users: [User], name: String, error: EntraError?
    ) -> Page {
        let session: HTML =
            session.map {
                """
                <p><button name="action" value="continue">Continue as \($0.user.name)</button></p>
                """
            } ?? ""
        let picks: [HTML] = users.map {
            """
            <button name="pick" value="\($0.name)">\($0.displayName)</button>

            """
        }
        return Page(
            title: "Sign in",
            content: """
                <p>to continue to \(interaction.app.name)</p>
                \(message(error))
                \(form("/login", key, """
                    <label>User name <input name="username" value="\(name)" autocomplete="username" autofocus></label>
                    <label>Password <input name="password" type="password" autocomplete="current-password"></label>
                    <button name="action" value="sign-in">Sign in</button>
                    <button name="action" value="cancel">Cancel</button>
                    """))
                \(form("/login", key, "\(session)<p>Or pick an account of the sandbox:</p>\(picks)"))
                """)
    }

    package static func mfa(_ signIn: SignIn, key: String) -> Page {
        Page(
            title: "Approve sign-in request",
            content: """
                <p>\(signIn.user.name)</p>
                <p>This account needs more than a password. Elsewhere a telephone would ask now.</p>
                \(form("/login", key, """
                    <button name="action" value="verify">Approve</button>
                    <button name="action" value="cancel">Cancel</button>
                    """))
                """)
    }

    package static func consent(
        _ interaction: Interaction, _ signIn: SignIn, _ asked: [ConsentItem], key: String
    ) -> Page {
        let warning: HTML =
            interaction.isForDevice
            ? "<p>You are signing in on another device. Approve only if you started this yourself.</p>" : ""
        let items: [HTML] = asked.flatMap { item -> [HTML] in
            let holder: HTML = item.app.id == interaction.app.id ? "" : " (for \(item.app.name))"
            return item.permissions.map { "<li>\(item.api.name): \($0)\(holder)</li>" }
        }
        let words = interaction.isForDevice ? ("Approve", "Decline") : ("Accept", "Cancel")
        return Page(
            title: interaction.isForDevice ? "Sign in on another device?" : "Permissions requested",
            content: """
                <p>\(signIn.user.name)</p>
                <p><strong>\(interaction.app.name)</strong> (\(interaction.app.id)) would like to:</p>
                <ul>\(items)<li>know who you are</li></ul>
                \(warning)
                \(form("/login", key, """
                    <button name="action" value="accept">\(words.0)</button>
                    <button name="action" value="cancel">\(words.1)</button>
                    """))
                """)
    }

    package static func deviceCode(_ code: String, error: EntraError?) -> Page {
        Page(
            title: "Enter code",
            content: """
                <p>Enter the code displayed on your app or device.</p>
                \(message(error))
                <form method="post" action="/device">
                <label>Code <input name="user_code" value="\(code)" autocomplete="off" autofocus></label>
                <button>Next</button>
                </form>
                """)
    }

    private static func form(_ action: String, _ key: String, _ content: HTML) -> HTML {
        """
        <form method="post" action="\(action)">
        <input type="hidden" name="flow" value="\(key)">
        \(content)
        </form>
        """
    }

    private static func message(_ error: EntraError?) -> HTML {
        guard let error else { return "" }
        return """
            <p class="error">\(error.reason) (AADSTS\(String(error.code)))</p>
            """
    }
}
