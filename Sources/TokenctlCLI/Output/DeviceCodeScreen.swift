import OAuth
import World

/// What a person sees while a sign-in on another device is under way.
struct DeviceCodeScreen: Sendable {
    let request: TokenRequest
    let opensBrowser: Bool
    let showsQRCode: Bool
    let copiesCode: Bool
    let world: World
    let notices: Notices

    var presentation: DeviceCodeFlow.Presentation {
        DeviceCodeFlow.Presentation {
            show($0)
        } wait: { seconds in
            world.terminal.status("Waiting for the sign-in: \(seconds / 60) min \(seconds % 60) s left")
        } finish: {
            world.terminal.status(nil)
        }
    }

    private func show(_ authorization: DeviceAuthorization) {
        let terminal = world.terminal
        if terminal.isWatched {
            lines(for: authorization).forEach { terminal.note($0) }
        } else {
            terminal.note(PrintableText.line(authorization.message ?? plainMessage(authorization)))
        }
        let address = authorization.completeVerificationURL ?? authorization.verificationURL
        if showsQRCode { showQRCode(of: address) }
        if copiesCode { terminal.control("\u{1B}]52;c;\(Clipboard.encode(authorization.userCode))\u{07}") }
        guard opensBrowser else { return }
        do {
            try world.browser.open(address)
        } catch {
            notices.warn(error.message)
        }
    }

    /// Addresses and the code stand alone on their lines, so that they can be copied; the rest fits the width.
    private func lines(for authorization: DeviceAuthorization) -> [String] {
        let code = PrintableText.line(authorization.userCode)
        let strong = world.terminal.isPlain ? code : "\u{1B}[1;7m \(code) \u{1B}[0m"
        let what = request.scopes.isEmpty ? "" : " for \(request.scopes.text)"
        let asker = "This signs you in to the app \(request.clientID) at \(request.provider.name)\(what)."
        let warning = TextWrap.lines(
            PrintableText.line(asker) + " Go on only if you started this yourself.",
            width: min(world.terminal.width, 100))
        return [
            "", "To sign in, open", "    \(authorization.verificationURL)", "and enter the code", "    \(strong)", "",
        ]
            + warning + [""]
    }

    private func plainMessage(_ authorization: DeviceAuthorization) -> String {
        "To sign in, open \(authorization.verificationURL) and enter the code \(authorization.userCode)"
    }

    private func showQRCode(of address: WebURL) {
        do {
            let isPlain = world.terminal.isPlain || !world.terminal.isWatched
            try world.qrCodes.lines(for: address.description, isPlain: isPlain).forEach { world.terminal.note($0) }
        } catch {
            notices.warn(error.message)
        }
    }
}

extension Provider {
    /// For people.
    fileprivate var name: String {
        switch self {
        case .authority(let authority): "\(authority.server.host), tenant \(authority.tenant)"
        case .issuer(let issuer): issuer.identifier
        }
    }
}
