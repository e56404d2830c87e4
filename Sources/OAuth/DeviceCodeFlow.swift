package import World

/// A sign-in on another device: RFC 8628.
package struct DeviceCodeFlow: Flow {
    /// How a person is told what to do, and kept informed.
    package struct Presentation: Sendable {
        package let show: @Sendable (DeviceAuthorization) -> Void
        /// Every second: how many are left.
        package let wait: @Sendable (Int) -> Void
        /// The waiting is over, one way or the other.
        package let finish: @Sendable () -> Void

        package init(
            show: @escaping @Sendable (DeviceAuthorization) -> Void, wait: @escaping @Sendable (Int) -> Void,
            finish: @escaping @Sendable () -> Void
        ) {
            self.show = show
            self.wait = wait
            self.finish = finish
        }
    }

    private let client: OAuthClient
    /// The longest that a person gets, in seconds; nil for as long as the provider allows.
    private let patience: Int?
    private let presentation: Presentation

    package init(client: OAuthClient, patience: Int?, presentation: Presentation) {
        self.client = client
        self.patience = patience
        self.presentation = presentation
    }

    package func run(_ request: TokenRequest, in world: World) throws(Failure) -> AcquiredToken {
        let signIn = try SignIn(request, client: client)
        let authorization = try begin(signIn, in: world)
        let end = world.clock.ticks + min(authorization.expiresIn, patience ?? .max) * 1000
        presentation.show(authorization)
        defer { presentation.finish() }
        let grant: [HTTPRequest.Field] = [
            .init("grant_type", "urn:ietf:params:oauth:grant-type:device_code"),
            .init("device_code", authorization.deviceCode),
        ]
        var interval = authorization.interval
        var poll = signIn
        poll.exchange.http = signIn.exchange.http.once
        while pause(interval, until: end, in: world) {
            do {
                return try poll.complete(grant, in: world)
            } catch {
                guard let longer = nextInterval(after: error, interval) else { throw error }
                interval = longer
            }
        }
        throw Failure(.expired, "nobody signed in before the code ran out", hint: "run the command again")
    }

    private func begin(_ signIn: SignIn, in world: World) throws(Failure) -> DeviceAuthorization {
        guard let endpoint = signIn.metadata.deviceAuthorizationEndpoint else {
            throw Failure(
                .refused, "the provider has no sign-in on another device (device_authorization_endpoint)",
                hint: "use tokenctl auth-code")
        }
        let form = [HTTPRequest.Field("scope", signIn.scopes.text)]
        return try DeviceAuthorization(
            try signIn.exchange.send(form, to: endpoint, correlationID: world.randomness.uuid(), in: world))
    }

    /// Waits, second by second; false when the time is up.
    private func pause(_ seconds: Int, until end: Int, in world: World) -> Bool {
        for _ in 0..<seconds {
            let left = end - world.clock.ticks
            guard left > 0 else { return false }
            presentation.wait((left + 999) / 1000)
            world.clock.sleep(milliseconds: min(left, 1000))
        }
        return world.clock.ticks < end
    }

    /// How long to wait before asking again, by RFC 8628 section 3.5; nil when asking again is pointless.
    private func nextInterval(after failure: Failure, _ interval: Int) -> Int? {
        switch failure.answer?.error {
        case "authorization_pending": interval
        case "slow_down": interval + 5
        // No connection, or a server that is busy or in trouble: back off, and do not give up on the person.
        case _ where failure.isRetryable: min(interval * 2, 60)
        default: nil
        }
    }
}
