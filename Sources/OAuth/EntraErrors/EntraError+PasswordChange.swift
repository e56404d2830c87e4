import World

extension EntraError {
    /// Changing a password during the sign-in.
    static let ofPasswordChange: [EntraError] = [
        EntraError(
            120000, .badCredentials, .person, "the current password is wrong",
            "type the current password again"),
        EntraError(120002, .refused, .person, "the new password is too weak", "choose a longer one"),
        EntraError(120003, .refused, .person, "the new password contains the account's name", "choose another"),
        EntraError(
            120004, .refused, .person, "the new password does not meet the rules of Active Directory",
            "choose another"),
        EntraError(
            120005, .refused, .federation, "the password was changed in Active Directory and not in the cloud",
            "wait some minutes, or ask the administrator"),
        EntraError(
            120008, .refused, .provider, "the change of the password ended with an error",
            "try to change it again, or ask the administrator"),
        EntraError(
            120011, .refused, .provider, "the account for the change of the password could not be told",
            "ask the administrator"),
        EntraError(
            120012, .refused, .person, "the password can be changed in Active Directory only",
            "change it there"),
        EntraError(
            120013, .unavailable, .federation, "Active Directory could not be reached to change the password",
            "try again later, or ask the administrator"),
        EntraError(
            120014, .badCredentials, .person, "the account in Active Directory is locked or disabled",
            "ask the administrator"),
        EntraError(
            120015, .refused, .tenant, "the administrator has to do something in Active Directory first",
            "ask the administrator"),
        EntraError(
            120016, .refused, .person, "the account to change the password of was not found",
            "check the user name"),
        EntraError(
            120018, .refused, .tenant, "the new password is on the list of forbidden ones, or near to one",
            "choose another"),
        EntraError(
            120020, .refused, .provider, "the password could not be changed",
            "try again later, or ask the administrator"),
        EntraError(120021, .refused, .provider, "the service that changes passwords failed", "try again later"),
    ]
}
