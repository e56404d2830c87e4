/// One HTTP request: a GET, or a POST of form fields or of a document.
package struct HTTPRequest: Sendable {
    package enum Body: Sendable {
        case none
        /// `application/x-www-form-urlencoded`, sent with POST.
        case form([Field])
        /// Text of a media type, sent with POST.
        case document(String, type: String)
    }

    /// A header or form field; a secret value is a fingerprint in traces.
    package struct Field: Sendable {
        package enum Value: Sendable {
            case plain(String)
            case secret(Secret)

            /// The value as it goes on the wire.
            package var wire: String {
                switch self {
                case .plain(let text): text
                case .secret(let secret): secret.reveal()
                }
            }
        }

        package let name: String
        package let value: Value

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = .plain(value)
        }

        package init(_ name: String, _ secret: Secret) {
            self.name = name
            self.value = .secret(secret)
        }
    }

    package let url: WebURL
    package let headers: [Field]
    package let body: Body
    /// Whether the server may ask for a Kerberos ticket of whoever runs the program: SPNEGO, RFC 4559.
    package let logsInByKerberos: Bool
    /// What is in the request in another form, as a secret in Basic authentication.
    private let encodedSecrets: [Secret]

    package init(get url: WebURL, headers: [Field] = []) {
        self.url = url
        self.headers = headers
        body = .none
        logsInByKerberos = false
        encodedSecrets = []
    }

    package init(post form: [Field], to url: WebURL, headers: [Field] = [], encodedSecrets: [Secret] = []) {
        self.url = url
        self.headers = headers
        self.encodedSecrets = encodedSecrets
        body = .form(form)
        logsInByKerberos = false
    }

    /// - Parameter secrets: what in the document must appear nowhere else, as it stands there.
    package init(
        post document: String, type: String, to url: WebURL, headers: [Field] = [], secrets: [Secret],
        logsInByKerberos: Bool = false
    ) {
        self.url = url
        self.headers = headers
        self.logsInByKerberos = logsInByKerberos
        encodedSecrets = secrets
        body = .document(document, type: type)
    }

    /// The values that must appear nowhere but on the wire, and as they look in a form or an address.
    package var secrets: [Secret] {
        var fields = headers
        if case .form(let form) = body { fields += form }
        let values = fields.compactMap { if case .secret(let secret) = $0.value { secret } else { nil } }
        let all = values + encodedSecrets
        let encoded = all.map { FormEncoding.encode($0.reveal()) }
        return all
            + (encoded + encoded.filter { $0.contains("+") }.map { $0.replacing("+", with: "%20") }).map(Secret.init)
    }
}
