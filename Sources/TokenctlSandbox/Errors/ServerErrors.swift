/// What is wrong with the server, or said to be.
extension EntraError {
    package static let transient = EntraError(
        90033, "temporarily_unavailable", "A transient error has occurred. Please try again.")

    package static let throttled = EntraError(
        90055, "temporarily_unavailable", status: 429,
        "The server is terminating the request because there are too many incoming requests.")

    package static let unreachableServer = EntraError(
        90006, "temporarily_unavailable", status: 504, "The service is temporarily unavailable. Please retry later.")

    package static let serverFailed = EntraError(
        50000, "server_error", status: 500, "There was an issue issuing a token or an issue with our sign-in service.")

    package static let grantRefused = invalidGrant(70000, "Provided grant is invalid or malformed.")
}
