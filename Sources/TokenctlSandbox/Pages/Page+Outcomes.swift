/// The pages at the end of a sign-in.
extension Page {
    package static func deviceDone(_ app: App, isApproved: Bool) -> Page {
        Page(
            title: isApproved ? "You have signed in" : "You declined",
            content: """
                <p>\(isApproved ? "You have signed in to" : "You did not sign in to") \(app.name) on your device. You may \
                now close this window.</p>
                """)
    }

    package static func failure(_ error: EntraError, in exchange: Exchange) -> Page {
        Page(
            title: "Sorry, but we're having trouble signing you in.",
            content: """
                <p class="error">AADSTS\(String(error.code)): \(error.reason)</p>
                <p>Trace ID: \(exchange.traceID)<br>Correlation ID: \(exchange.correlationID)<br>Timestamp: \
                \(Timestamp.entra(exchange.now))</p>
                """)
    }

    /// Sends an answer to the client by itself, or by a button where there are no scripts.
    package static func formPost(to uri: String, _ fields: [(name: String, value: String)]) -> Page {
        let inputs: [HTML] = fields.map {
            """
            <input type="hidden" name="\($0.name)" value="\($0.value)">

            """
        }
        let nonce = Identifier.opaque(bytes: 16)
        return Page(
            title: "Working...",
            content: """
                <form method="post" action="\(uri)">
                \(inputs)<button>Continue</button>
                </form>
                <script nonce="\(nonce)">document.forms[0].submit()</script>
                """, scriptNonce: nonce)
    }
}
