/// The values of `amr`, which tell how someone proved who they are: Entra's, and those of RFC 8176.
enum AuthenticationMethod {
    static let meaning: [String: String] = [
        "pwd": "pwd: a password, the user's or the app's secret",
        "rsa": "rsa: proof of an RSA key, as with Microsoft Authenticator or a certificate",
        "otp": "otp: a one-time password by mail or text message",
        "fed": "fed: an assertion of a federated identity provider (JWT or SAML)",
        "wia": "wia: Integrated Windows Authentication",
        "mfa": "mfa: more than one factor; the others stand beside it",
        "ngcmfa": "ngcmfa: like mfa, to set up certain advanced credentials",
        "wiaormfa": "wiaormfa: Windows or multi-factor credentials",
        "none": "none: no authentication at all",
        "rsamfa": "rsamfa: a hardware key or certificate that counts as more than one factor",
        "face": "face: facial recognition", "fido": "fido: a FIDO2 security key or passkey",
        "fpt": "fpt: a fingerprint", "geo": "geo: where the person is", "hwk": "hwk: a key in hardware",
        "iris": "iris: an iris scan", "kba": "kba: answers to questions", "mca": "mca: more than one channel",
        "pin": "pin: a PIN or pattern", "pop": "pop: possession of a key", "rba": "rba: judged by risk",
        "retina": "retina: a retina scan", "sc": "sc: a smart card", "sms": "sms: a code by text message",
        "swk": "swk: a key in software", "tel": "tel: a telephone call", "user": "user: the person was there",
        "vbm": "vbm: a voice", "hwpk": "hwpk: a passkey in hardware",
    ]
}
