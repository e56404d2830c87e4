import World

extension EntraError {
    /// On-behalf-of, and other tokens that are handed in.
    static let ofAssertion: [EntraError] = [
        EntraError(
            240002, .badData, .request, "an id token was handed in where an access token is wanted",
            "hand in the access token, not the id token"),
        EntraError(
            50006, .badData, .request, "the signature of the token that was handed in is wrong",
            "get a new token, and hand it in unchanged"),
        EntraError(
            50013, .badData, .request, "the assertion is not valid: its signature, issuer, audience or time",
            "get a new token for this app's own API, and hand it in unchanged"),
        EntraError(
            500131, .badData, .request, "the assertion is a token for another app than the one that hands it in",
            "have the caller get a token for this app's own API, and hand in that"),
        EntraError(500133, .expired, .nobody, "the assertion has expired", "get a new token and hand in that"),
        EntraError(
            50027, .badData, .request, "the token that was handed in is malformed, or lacks a claim",
            "look at the token with tokenctl decode, and get a new one"),
        EntraError(
            50120, .badData, .request, "the header of the token that was handed in is malformed",
            "look at the token with tokenctl decode, and get a new one"),
        EntraError(
            7000113, .refused, .registration, "the app may not act on behalf of people",
            "allow the app on-behalf-of in its registration"),
        EntraError(
            7000114, .refused, .registration, "the app may not act on behalf of people",
            "allow the app on-behalf-of in its registration"),
        EntraError(
            90016, .badData, .request, "the token that was handed in lacks a claim",
            "look at the token with tokenctl decode, and get a new one"),
        EntraError(90086, .expired, .nobody, "the delegation token of the person has expired", "sign in again"),
        EntraError(90114, .badData, .request, "the expiry time that was asked for is not valid", "ask for a later one"),
    ]
}
