import Synchronization

/// The device codes that are out.
package final class DeviceCodes: Sendable {
    package let settings: DeviceSettings
    private let authorizations = OpaqueStore<DeviceAuthorization>()
    /// Device codes by user code.
    private let userCodes = Mutex<[String: String]>([:])

    /// By how many seconds `slow_down` lengthens the interval (RFC 8628 section 3.5).
    private static let slowDown = 5

    package init(_ settings: DeviceSettings) { self.settings = settings }

    /// - Returns: the device code.
    package func add(_ authorization: DeviceAuthorization) -> String {
        let code = authorizations.add(authorization)
        userCodes.withLock { $0[authorization.userCode] = code }
        return code
    }

    /// A user code that was not given out yet: nine letters and digits that are hard to confuse.
    package func newUserCode() -> String {
        let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        while true {
            let code = String((0..<9).compactMap { _ in alphabet.randomElement() })
            if userCodes.withLock({ $0[code] == nil }) { return code }
        }
    }

    /// What a person typed, in any letter case, with or without spaces and dashes (AADSTS70018, 70019).
    package func pending(_ typed: String, now: Int) throws(EntraError) -> DeviceAuthorization {
        guard let authorization = authorizations[try deviceCode(for: typed)] else { throw .wrongUserCode }
        guard case .pending = authorization.state, now < authorization.expiry else { throw .userCodeExpired }
        return authorization
    }

    /// What the person decided; only the first decision counts.
    package func settle(_ typed: String, as state: DeviceAuthorization.State, now: Int) throws(EntraError) {
        _ = try pending(typed, now: now)
        _ = try authorizations.update(deviceCode(for: typed)) { $0.state = state }
    }

    /// The sign-in of an approved code, once; an error that says to ask again while there is none.
    package func poll(
        _ code: String, by client: AuthenticatedClient, now: Int
    ) throws(EntraError) -> UserGrant {
        let result = try authorizations.update(code) { authorization throws(EntraError) in
            Result { () throws(EntraError) in try poll(&authorization, by: client, now: now) }
        }
        guard let result else { throw .badVerificationCode }
        return try result.get()
    }

    private func poll(
        _ authorization: inout DeviceAuthorization, by client: AuthenticatedClient, now: Int
    ) throws(EntraError) -> UserGrant {
        guard authorization.app.id == client.app.id else { throw .badVerificationCode }
        authorization.polls += 1
        let isTooFast = authorization.lastPoll.map { now - $0 < authorization.interval } ?? false
        authorization.lastPoll = now
        guard now < authorization.expiry else { throw .deviceCodeExpired }
        if authorization.polls <= settings.slowDowns || settings.enforcesInterval && isTooFast {
            authorization.interval += Self.slowDown
            throw .slowDown
        }
        switch authorization.state {
        case .pending: throw .authorizationPending
        case .declined: throw .authorizationDeclined
        case .redeemed: throw .codeRedeemed
        case .approved(let signIn):
            authorization.state = .redeemed
            return UserGrant(
                signIn: signIn, clientID: client.app.id, scopes: authorization.scopes, claims: authorization.claims)
        }
    }

    private func deviceCode(for typed: String) throws(EntraError) -> String {
        let code = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        guard let deviceCode = userCodes.withLock({ $0[code] }) else { throw .wrongUserCode }
        return deviceCode
    }
}
