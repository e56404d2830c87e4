import Testing

/// The same sign-in and the same app token as each of the MSAL libraries writes them, with its own hosts, keys and fields.
struct LibraryFile: CustomTestStringConvertible {
    let library: String
    let text: String

    var testDescription: String { library }

    static let tenant = "72f988bf-86f1-41af-91ab-2d7cd011db47"
    static let client = "04b07795-8ddb-461a-bbee-02f9e1bf7b46"
    static let daemon = "11112222-bbbb-3333-cccc-4444dddd5555"
    static let home = "9f4880d8-80ba-4c40-97bc-f7a23c703084.\(tenant)"
    /// When they were written, and when the access tokens expire; seconds since 1970.
    static let time = 1_754_300_000
    static let expiry = 1_754_304_799

    static let all = [python, dotNet, go, node]

    private static let account =
        #""local_account_id":"9f4880d8-80ba-4c40-97bc-f7a23c703084","username":"User@Contoso.com","authority_type":"MSSTS","realm":"\#(tenant)","home_account_id":"\#(home)""#

    static let python = LibraryFile(
        library: "msal-python",
        text: #"""
            {"AccessToken":{
            "\#(home)-login.microsoftonline.com-accesstoken-\#(client)-\#(tenant)-mail.read user.read":{
            "credential_type":"AccessToken","secret":"AT","home_account_id":"\#(home)",
            "environment":"login.microsoftonline.com","client_id":"\#(client)","target":"Mail.Read User.Read",
            "realm":"\#(tenant)","token_type":"Bearer","cached_at":"\#(time)","expires_on":"\#(expiry)",
            "extended_expires_on":"\#(expiry)"},
            "-login.microsoftonline.com-accesstoken-\#(daemon)-\#(tenant)-https://graph.microsoft.com/.default":{
            "credential_type":"AccessToken","secret":"APP","home_account_id":null,
            "environment":"login.microsoftonline.com","client_id":"\#(daemon)",
            "target":"https://graph.microsoft.com/.default","realm":"\#(tenant)","token_type":"Bearer",
            "cached_at":"\#(time)","expires_on":"\#(expiry)","extended_expires_on":"\#(expiry)"}},
            "RefreshToken":{"\#(home)-login.microsoftonline.com-refreshtoken-\#(client)--mail.read user.read":{
            "credential_type":"RefreshToken","secret":"RT","home_account_id":"\#(home)",
            "environment":"login.microsoftonline.com","client_id":"\#(client)","target":"Mail.Read User.Read",
            "last_modification_time":"\#(time)","family_id":"1"}},
            "IdToken":{"\#(home)-login.microsoftonline.com-idtoken-\#(client)-\#(tenant)-":{
            "credential_type":"IdToken","secret":"IT","home_account_id":"\#(home)",
            "environment":"login.microsoftonline.com","realm":"\#(tenant)","client_id":"\#(client)"}},
            "Account":{"\#(home)-login.microsoftonline.com-\#(tenant)":{\#(account),
            "environment":"login.microsoftonline.com",
            "account_source":"urn:ietf:params:oauth:grant-type:device_code"}},
            "AppMetadata":{"appmetadata-login.microsoftonline.com-\#(client)":{"client_id":"\#(client)",
            "environment":"login.microsoftonline.com","family_id":"1"}}}
            """#)

    /// Under the alias that .NET prefers, the family's refresh token under the family's key, no `token_type`.
    static let dotNet = LibraryFile(
        library: "MSAL.NET",
        text: #"""
            {"AccessToken":{
            "\#(home)-login.windows.net-accesstoken-\#(client)-\#(tenant)-mail.read user.read":{
            "credential_type":"AccessToken","secret":"AT","home_account_id":"\#(home)",
            "environment":"login.windows.net","client_id":"\#(client)","target":"Mail.Read User.Read",
            "realm":"\#(tenant)","cached_at":"\#(time)","expires_on":"\#(expiry)",
            "extended_expires_on":"\#(expiry)","ext_expires_on":"\#(expiry)"},
            "-login.windows.net-accesstoken-\#(daemon)-\#(tenant)-https://graph.microsoft.com/.default":{
            "credential_type":"AccessToken","secret":"APP","environment":"login.windows.net","client_id":"\#(daemon)",
            "target":"https://graph.microsoft.com/.default","realm":"\#(tenant)","cached_at":"\#(time)",
            "expires_on":"\#(expiry)","extended_expires_on":"\#(expiry)","ext_expires_on":"\#(expiry)"},
            "-login.windows.net-atext-\#(daemon)-\#(tenant)-api://azureadtokenexchange/.default-abc":{
            "credential_type":"ATExt","secret":"FMI","environment":"login.windows.net","client_id":"\#(daemon)",
            "target":"https://graph.microsoft.com/.default","realm":"\#(tenant)","cached_at":"\#(time)",
            "expires_on":"\#(expiry)","ext":{"fmi_path":"x"}},
            "-login.windows.net-accesstoken_with_authscheme-\#(daemon)-\#(tenant)-api/.default-pop":{
            "credential_type":"AccessToken_With_AuthScheme","secret":"POP","environment":"login.windows.net",
            "client_id":"\#(daemon)","target":"https://graph.microsoft.com/.default","realm":"\#(tenant)",
            "cached_at":"\#(time)","expires_on":"\#(expiry)","token_type":"pop","kid":"k"},
            "\#(home)-login.windows.net-accesstoken-\#(daemon)-\#(tenant)-api":{
            "credential_type":"AccessToken","secret":"OBO","home_account_id":"\#(home)",
            "environment":"login.windows.net","client_id":"\#(daemon)","target":"api","realm":"\#(tenant)",
            "cached_at":"\#(time)","expires_on":"\#(expiry)","user_assertion_hash":"hash"}},
            "RefreshToken":{"\#(home)-login.windows.net-refreshtoken-1--":{
            "credential_type":"RefreshToken","secret":"RT","home_account_id":"\#(home)",
            "environment":"login.windows.net","client_id":"\#(client)","family_id":"1"}},
            "IdToken":{"\#(home)-login.windows.net-idtoken-\#(client)-\#(tenant)-":{
            "credential_type":"IdToken","secret":"IT","home_account_id":"\#(home)",
            "environment":"login.windows.net","realm":"\#(tenant)","client_id":"\#(client)"}},
            "Account":{"\#(home)-login.windows.net-\#(tenant)":{\#(account),"environment":"login.windows.net",
            "name":"User","client_info":"e30","wam_account_ids":{}}},
            "AppMetadata":{"appmetadata-login.windows.net-\#(client)":{"client_id":"\#(client)",
            "environment":"login.windows.net","family_id":"1"}}}
            """#)

    /// Short keys, upper-case ones of its first version, times as it reads them, no `last_modification_time`.
    static let go = LibraryFile(
        library: "msal-go",
        text: #"""
            {"AccessToken":{
            "\#(home.uppercased())-LOGIN.MICROSOFTONLINE.COM-ACCESSTOKEN-\#(client)-\#(tenant)-MAIL.READ USER.READ":{
            "credential_type":"AccessToken","secret":"AT","home_account_id":"\#(home)",
            "environment":"login.microsoftonline.com","client_id":"\#(client)","target":"Mail.Read User.Read",
            "realm":"\#(tenant)","token_type":"Bearer","cached_at":"\#(time)","expires_on":"\#(expiry)",
            "extended_expires_on":"\#(expiry)"},
            "-login.microsoftonline.com-accesstoken-\#(daemon)-\#(tenant)-https://graph.microsoft.com/.default":{
            "credential_type":"AccessToken","secret":"APP","environment":"login.microsoftonline.com",
            "client_id":"\#(daemon)","target":"https://graph.microsoft.com/.default","realm":"\#(tenant)",
            "token_type":"Bearer","cached_at":"\#(time)","expires_on":"\#(expiry)",
            "extended_expires_on":"\#(expiry)"},
            "\#(home)-login.microsoftonline.com-accesstoken-\#(daemon)-\#(tenant)-api":{
            "credential_type":"AccessToken","secret":"OBO","home_account_id":"\#(home)",
            "environment":"login.microsoftonline.com","client_id":"\#(daemon)","target":"api",
            "realm":"\#(tenant)","token_type":"Bearer","cached_at":"\#(time)","expires_on":"\#(expiry)",
            "user_assertion_hash":"aGFzaA=="}},
            "RefreshToken":{"\#(home)-login.microsoftonline.com-refreshtoken-1":{
            "credential_type":"RefreshToken","secret":"RT","home_account_id":"\#(home)",
            "environment":"login.microsoftonline.com","client_id":"\#(client)","family_id":"1"}},
            "IdToken":{"\#(home)-login.microsoftonline.com-idtoken-\#(client)-\#(tenant)":{
            "credential_type":"IdToken","secret":"IT","home_account_id":"\#(home)",
            "environment":"login.microsoftonline.com","realm":"\#(tenant)","client_id":"\#(client)"}},
            "Account":{"\#(home)-login.microsoftonline.com-\#(tenant)":{\#(account),
            "environment":"login.microsoftonline.com","alternative_account_id":""}},
            "AppMetadata":{"appmetadata-login.microsoftonline.com-\#(client)":{"client_id":"\#(client)",
            "environment":"login.microsoftonline.com","family_id":"1"}}}
            """#)

    /// An empty home account, numbers for times, and an old refresh token that an old version left under its own key.
    static let node = LibraryFile(
        library: "msal-node",
        text: #"""
            {"AccessToken":{
            "\#(home)-login.windows.net-accesstoken-\#(client)-\#(tenant)-mail.read user.read--":{
            "credential_type":"AccessToken","secret":"AT","home_account_id":"\#(home)",
            "environment":"login.windows.net","client_id":"\#(client)","target":"Mail.Read User.Read",
            "realm":"\#(tenant)","token_type":"Bearer","cached_at":\#(time),"expires_on":\#(expiry),
            "extended_expires_on":\#(expiry)},
            "-login.windows.net-accesstoken-\#(daemon)-\#(tenant)-https://graph.microsoft.com/.default--":{
            "credential_type":"AccessToken","secret":"APP","home_account_id":"","environment":"login.windows.net",
            "client_id":"\#(daemon)","target":"https://graph.microsoft.com/.default","realm":"\#(tenant)",
            "token_type":"Bearer","cached_at":"\#(time)","expires_on":"\#(expiry)",
            "extended_expires_on":"\#(expiry)"},
            "\#(home)-login.windows.net-accesstoken-\#(client)-\#(tenant)-user.read--claims":{
            "credential_type":"AccessToken","secret":"CLAIMS","home_account_id":"\#(home)",
            "environment":"login.windows.net","client_id":"\#(client)","target":"Mail.Read User.Read",
            "realm":"\#(tenant)","token_type":"Bearer","cached_at":"\#(time)","expires_on":"\#(expiry)",
            "requestedClaims":"{}","requestedClaimsHash":"x"}},
            "RefreshToken":{"\#(home)-login.windows.net-refreshtoken-\#(client)----":{
            "credential_type":"RefreshToken","secret":"OLD","home_account_id":"\#(home)",
            "environment":"login.windows.net","client_id":"\#(client)","last_modification_time":"\#(time - 9)"},
            "\#(home)-login.windows.net-refreshtoken-\#(client)---":{
            "credential_type":"RefreshToken","secret":"RT","home_account_id":"\#(home)",
            "environment":"login.windows.net","client_id":"\#(client)","family_id":"1",
            "last_modification_time":\#(time),"expires_on":"\#(expiry)"}},
            "IdToken":{"\#(home)-login.windows.net-idtoken-\#(client)-\#(tenant)---":{
            "credential_type":"IdToken","secret":"IT","home_account_id":"\#(home)",
            "environment":"login.windows.net","realm":"\#(tenant)","client_id":"\#(client)"}},
            "Account":{"\#(home)-login.windows.net-\#(tenant)":{\#(account),"environment":"login.windows.net",
            "name":"User","tenantProfiles":[]}},
            "AppMetadata":{"appmetadata-login.windows.net-\#(client)":{"client_id":"\#(client)",
            "environment":"login.windows.net","family_id":"1"}}}
            """#)
}
