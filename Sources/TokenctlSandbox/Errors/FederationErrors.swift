/// What is wrong with an assertion of a federation server's.
extension EntraError {
    /// Whatever is wrong with the assertion itself; Entra says no more than the first sentence.
    package static func samlTokenInvalid(_ why: String) -> EntraError {
        invalidGrant(50008, "SAML token is invalid. \(why)")
    }

    package static let samlKeyUnknown = invalidGrant(
        500_081,
        "Unable to verify token signature. The signing key identifier does not match any valid registered keys.")

    package static func unknownRealm(_ issuer: String) -> EntraError {
        invalidGrant(50107, "The requested federation realm object '\(issuer)' does not exist.")
    }

    /// - Parameters: seconds since 1970.
    package static func samlTokenTime(now: Int, from start: Int, to end: Int) -> EntraError {
        invalidGrant(
            500_133,
            "Assertion is not within its valid time range. Current time: \(Timestamp.iso8601(now)), assertion valid from "
                + "\(Timestamp.iso8601(start)), expiry time of assertion \(Timestamp.iso8601(end)).")
    }

    package static func notInDirectory(_ immutableID: String, _ tenant: Tenant) -> EntraError {
        invalidGrant(
            51004,
            "The user account \(immutableID) does not exist in the \(tenant.id) directory. To sign into this application, "
                + "the account must be added to the directory.")
    }
}
