import FoundationEssentials
import Native
import World

extension KerberosError {
    /// What it means to people.
    ///
    /// - Parameters:
    ///   - task: what could not be done, as it stands behind "cannot".
    ///   - person: whose tickets it is about.
    func failure(to task: String, for person: String? = nil) -> Failure {
        let (code, reason, hint) = verdict(for: person)
        let why = reason.map { "\($0): \(text)" } ?? text
        return Failure(code, "cannot \(task): \(why)", hint: hint, isRetryable: code == .unavailable)
    }

    private func verdict(for person: String?) -> (code: Failure.Code, reason: String?, hint: String?) {
        let administrator = "ask your Kerberos administrator"
        let kinit = person.map(KerberosTicket.kinit) ?? "kinit"
        return switch Int(code) {
        // The network and this machine.
        case KRB5_KDC_UNREACH, KRB5KDC_ERR_SVC_UNAVAILABLE:
            (
                .unavailable, "no Kerberos server (KDC) answers",
                "check the network or the VPN, and the realm's servers in /etc/krb5.conf"
            )
        case KRB5_REALM_UNKNOWN, KRB5_REALM_CANT_RESOLVE:
            (
                .config, "this machine knows no Kerberos server (KDC) of the realm",
                "name the realm's servers in /etc/krb5.conf, or correct the realm's name"
            )
        case KRB5_CONFIG_CANTOPEN, KRB5_CONFIG_BADFORMAT, KRB5_CONFIG_NODEFREALM:
            (.config, "Kerberos is not set up on this machine", "check /etc/krb5.conf")
        case KRB5KRB_AP_ERR_SKEW, KRB5_KDCREP_SKEW:
            (
                .config, "the clock of this machine, \(Self.clock), and that of the Kerberos server differ too much",
                "set the clock that is wrong; timedatectl shows this machine's"
            )
        // Tickets.
        case KRB5KRB_AP_ERR_TKT_EXPIRED: (.interactionRequired, "the ticket has expired", kinit)
        case KRB5KRB_AP_ERR_TKT_NYV: (.interactionRequired, "the ticket is not valid yet", kinit)
        case KRB5_CC_NOTFOUND, KRB5_FCC_NOFILE:
            (.interactionRequired, "there is no ticket", person == nil ? "get one: kinit, or kinit NAME@REALM" : kinit)
        case KRB5_FCC_PERM, KRB5_CC_IO, KRB5_FCC_INTERNAL:
            (.noInput, "the credential cache cannot be read", "klist tells where it is; KRB5CCNAME names another")
        case KRB5_KCM_NO_SERVER:
            (.unavailable, "the daemon that keeps the tickets does not run", "start sssd-kcm, or set KRB5CCNAME")
        case KRB5_CC_FORMAT, KRB5_CCACHE_BADVNO, KRB5_CC_END:
            (.badData, "the credential cache is damaged", "make it anew: kdestroy, then kinit")
        case KRB5_CC_UNKNOWN_TYPE, KRB5_CC_BADNAME:
            (.config, "the credential cache has a name that means nothing", "check KRB5CCNAME, and /etc/krb5.conf")
        // Keys.
        case KRB5KDC_ERR_PREAUTH_FAILED, KRB5_PREAUTH_FAILED, KRB5KRB_AP_ERR_BAD_INTEGRITY, KRB5_KT_KVNONOTFOUND:
            (
                .badCredentials, "the password was changed since the keytab was made",
                "make a new keytab with ktutil, or \(administrator) for one"
            )
        case KRB5_KT_NOTFOUND, KRB5KDC_ERR_ETYPE_NOSUPP:
            (
                .badCredentials, "there is no key of a kind that the Kerberos server takes",
                "\(administrator) for a new keytab, with AES keys"
            )
        // Accounts.
        case KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN:
            (.badCredentials, "the Kerberos server has no such account", "check the name and its realm")
        case KRB5KDC_ERR_CLIENT_REVOKED:
            (.badCredentials, "the account is locked or disabled", administrator)
        case KRB5KDC_ERR_NAME_EXP: (.badCredentials, "the account has expired", administrator)
        case KRB5KDC_ERR_KEY_EXP:
            (
                .badCredentials, "the account's password has expired",
                "set a new one with \(person.map { "kpasswd \(ShellQuote.posixIfNeeded($0))" } ?? "kpasswd"), and make a new keytab"
            )
        case KRB5KDC_ERR_POLICY, KRB5KDC_ERR_BADOPTION:
            (.denied, "the Kerberos server's policy forbids it", administrator)
        case KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN:
            (
                .refused, "the realm has no such service",
                "its administrator has to register the name (setspn), or domain_realm in /etc/krb5.conf is wrong"
            )
        default: (isOfSystem ? .noInput : .refused, nil, nil)
        }
    }

    private static var clock: String { Date.now.formatted(.iso8601) }
}
