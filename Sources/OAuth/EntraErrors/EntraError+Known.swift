/// The table of AADSTS numbers: the topics, each a file of its own, and their rows put together.
///
/// The numbers and their meanings are Microsoft's: "Microsoft Entra authentication and authorization error codes",
/// learn.microsoft.com/entra/identity-platform/reference-error-codes. Those that are not on that page are in the
/// threads of MSAL (github.com/AzureAD/microsoft-authentication-library-for-dotnet and its sisters) and of Azure/login,
/// and on Microsoft's pages about pass-through authentication and seamless single sign-on. The words are our own.
extension EntraError {
    package static let topics: [[EntraError]] = [
        ofAppCredential, ofAppRegistration, ofPerson, ofPasswordChange, ofSignIn, ofPolicy, ofDevice, ofConsent,
        ofGrant, ofAssertion, ofFederation, ofRequest, ofTenant, ofProvider, ofKerberos, ofSAML,
    ]

    /// Every row by its number; made when an error is first looked up.
    package static let known: [Int: EntraError] = Dictionary(
        topics.joined().map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
}
