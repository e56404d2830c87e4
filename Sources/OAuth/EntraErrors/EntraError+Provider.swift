import World

extension EntraError {
    /// Throttling, and trouble on Entra's own side.
    static let ofProvider: [EntraError] = [
        EntraError(
            220501, .unavailable, .provider, "a certificate's revocation list could not be fetched",
            "try again later, or ask the tenant's administrator"),
        EntraError(230109, .refused, .request, "the backup service was called directly", "check --authority"),
        EntraError(
            50000, .unavailable, .provider, "Entra could not issue the token",
            "try again later, and give Microsoft the correlation id"),
        EntraError(
            50007, .refused, .provider, "the certificate of a partner is missing at Entra",
            "give Microsoft the correlation id"),
        EntraError(
            50033, .tryAgain, .provider, "Entra is in trouble for the moment",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            50042, .refused, .provider, "Entra lacks a value that it makes the person's pairwise id from",
            "give Microsoft the correlation id"),
        EntraError(
            50043, .refused, .provider, "Entra has several values that it could make the person's pairwise id from",
            "give Microsoft the correlation id"),
        EntraError(
            50087, .tryAgain, .provider, "MFA is in trouble for the moment",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            501621, .tryAgain, .tenant, "the rule that makes claims took too long",
            "try again, or have the rule made simpler"),
        EntraError(
            50166, .tryAgain, .provider, "the outside provider of claims is asked too much at once",
            "try again in some minutes"),
        EntraError(
            50196, .tryAgain, .request, "the app sent the same request far too often: it runs in a circle",
            "wait some minutes, and look for a loop in what calls this program"),
        EntraError(
            70012, .tryAgain, .provider, "the service for personal accounts failed",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            90006, .tryAgain, .provider, "a service that Entra needs is not there for the moment",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            90012, .tryAgain, .provider, "Entra took too long to answer",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            90024, .tryAgain, .provider, "Entra did not have the time for this request",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            90033, .tryAgain, .provider, "Entra's directory is not there for the moment",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            90036, .unavailable, .provider, "Entra's directory failed, and trying again will not help",
            "give Microsoft the correlation id"),
        EntraError(
            90055, .tryAgain, .tenant, "the tenant sends too many requests",
            "try again later, and ask less often"),
        EntraError(
            90090, .tryAgain, .provider, "the directory's service is not there for the moment",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            90091, .tryAgain, .provider, "the directory's service cannot be reached",
            "try again in a moment", isWorthRetrying: true),
        EntraError(
            90092, .unavailable, .provider, "the directory's service failed, and trying again will not help",
            "give Microsoft the correlation id"),
    ]
}
