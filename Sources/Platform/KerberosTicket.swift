import FoundationEssentials
import Native
import World

/// When a ticket is good, and for what.
struct KerberosTicket {
    /// Whether it is for getting others, `krbtgt/REALM@REALM`; one for the web server itself may be enough, too.
    let isTicketGranting: Bool
    /// Seconds since 1970.
    let start: Int
    let end: Int
    /// Postdated, and to be validated by the KDC first: RFC 4120 section 2.2.
    let isInvalid: Bool

    @unsafe
    init(_ credentials: krb5_creds, in kerberos: KerberosContext) throws(KerberosError) {
        isTicketGranting = unsafe try kerberos.name(of: credentials.server).hasPrefix("krbtgt/")
        let times = unsafe credentials.times
        start = KerberosContext.seconds(times.starttime == 0 ? times.authtime : times.starttime)
        end = KerberosContext.seconds(times.endtime)
        isInvalid = unsafe credentials.ticket_flags & krb5_flags(TKT_FLG_INVALID) != 0
    }

    func isBetter(than other: Self?) -> Bool {
        guard let other, isTicketGranting == other.isTicketGranting else { return other == nil || isTicketGranting }
        return end > other.end
    }

    /// What a person's tickets are for, as it stands behind "cannot".
    static let use = "log in by Kerberos"

    /// The command that gets a person's ticket, as a shell takes it.
    static func kinit(_ person: String) -> String { "kinit \(ShellQuote.posixIfNeeded(person))" }

    /// - Throws: `interactionRequired` unless the ticket is good now.
    func check(at now: Int, of person: String) throws(Failure) {
        if end <= now {
            throw Failure(
                .interactionRequired, "cannot \(Self.use): the ticket of \(person) expired at \(Self.text(end))",
                hint: Self.kinit(person))
        }
        if isInvalid || start > now + Self.clockSkew {
            throw Failure(
                .interactionRequired,
                "cannot \(Self.use): the ticket of \(person) is not valid before \(Self.text(start))",
                hint: "\(Self.kinit(person)), and if that time is past, set this machine's clock")
        }
    }

    /// Seconds by which clocks may differ: what libkrb5 and RFC 4120 section 1.6 go by.
    private static let clockSkew = 300

    private static func text(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}
