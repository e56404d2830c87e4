/// Every environment variable that the program reads, for the manual.
///
/// A test compares this with the sources.
package enum EnvironmentVariables {
    package struct Entry: Sendable {
        package let name: String
        package let meaning: String
        /// The option that comes before it: `--tenant`.
        package let option: String?
        /// The title of the group that the option is in, where options of that name elsewhere are something else.
        package let section: String?

        fileprivate init(_ name: String, _ meaning: String, option: String? = nil, section: String? = nil) {
            self.name = name
            self.meaning = meaning
            self.option = option
            self.section = section
        }
    }

    /// In the order of the options; where two do the same, the first one counts.
    package static let all = [
        Entry("TOKENCTL_TENANT", "The tenant.", option: "--tenant"),
        Entry("AZURE_TENANT_ID", "The same, as Azure's own tools name it.", option: "--tenant"),
        Entry("TOKENCTL_AUTHORITY", "The URL of the authority.", option: "--authority"),
        Entry("AZURE_AUTHORITY_HOST", "The same, as Azure's own tools name it.", option: "--authority"),
        Entry("TOKENCTL_CLOUD", "One of Microsoft's clouds, by name.", option: "--cloud"),
        Entry(
            "TOKENCTL_NO_INSTANCE_DISCOVERY", "Set to 1, asks nobody whether the authority's host is one of Entra's.",
            option: "--no-instance-discovery"),
        Entry("TOKENCTL_ISSUER", "The URL of an OpenID provider.", option: "--issuer"),
        Entry("TOKENCTL_REGION", "The Azure region whose endpoint to ask, or auto or none.", option: "--region"),
        Entry("AZURE_REGIONAL_AUTHORITY_NAME", "The same, as Azure's own libraries name it.", option: "--region"),
        Entry("MSAL_FORCE_REGION", "The same, as MSAL names it.", option: "--region"),
        Entry("REGION_NAME", "The region that auto finds; Azure's own services set it."),
        Entry(
            "AZURE_POD_IDENTITY_AUTHORITY_HOST",
            "The server that auto asks for the region instead of Azure's instance metadata service."),
        Entry("TOKENCTL_CLIENT_ID", "The app's client ID.", option: "--client-id", section: "App"),
        Entry("AZURE_CLIENT_ID", "The same, as Azure's own tools name it.", option: "--client-id", section: "App"),
        Entry("TOKENCTL_CLIENT_SECRET", "The app's secret itself, not a SOURCE.", option: "--client-secret"),
        Entry("AZURE_CLIENT_SECRET", "The same, as Azure's own tools name it.", option: "--client-secret"),
        Entry(
            "AZURE_CLIENT_CERTIFICATE_PATH", "The file of the app's certificate and private key.",
            option: "--certificate"),
        Entry(
            "AZURE_CLIENT_CERTIFICATE_PASSWORD", "The password of that file itself, not a SOURCE.",
            option: "--certificate-password"),
        Entry(
            "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN", "Set to true or 1, sends the certificate's chain too.",
            option: "--send-x5c"),
        Entry("AZURE_FEDERATED_TOKEN_FILE", "The file of a client assertion.", option: "--client-assertion"),
        Entry("AZURE_USERNAME", "The user name of a sign-in by password or by Kerberos.", option: "--username"),
        Entry("AZURE_PASSWORD", "The password itself, not a SOURCE.", option: "--password"),
        Entry("TOKENCTL_SCOPE", "The scopes, with spaces between them.", option: "--scope"),
        Entry("TOKENCTL_CONFIG_DIR", "The folder of the program's own files.", option: "--config-dir"),
        Entry(
            "TOKENCTL_CACHE_KEY",
            "Where the key of an encrypted cache is: keyring, secret-service or a SOURCE; never the key itself."),
        Entry("XDG_CONFIG_HOME", "The folder that holds tokenctl's own; ~/.config when it is not set."),
        Entry("HOME", "The home directory."),
        Entry("SSL_CERT_FILE", "A file of PEM certificates to trust as well.", option: "--ca-file"),
        Entry("CURL_CA_BUNDLE", "The same, as curl names it.", option: "--ca-file"),
        Entry("REQUESTS_CA_BUNDLE", "The same, as Python's requests names it.", option: "--ca-file"),
        Entry("https_proxy", "The proxy for https, in curl's syntax."),
        Entry("HTTPS_PROXY", "The same; https_proxy comes first."),
        Entry("http_proxy", "The proxy for plain http, which is spoken on this machine only."),
        Entry("HTTP_PROXY", "The same; http_proxy comes first."),
        Entry("all_proxy", "The proxy where no other variable names one."),
        Entry("ALL_PROXY", "The same; all_proxy comes first."),
        Entry("no_proxy", "Hosts that are reached without a proxy, with commas between them."),
        Entry("NO_PROXY", "The same; no_proxy comes first."),
        Entry("TOKENCTL_TIMEOUT", "The seconds that one network operation may take.", option: "--timeout"),
        Entry("TOKENCTL_OUTPUT", "The output format of tokens.", option: "--output", section: "Output"),
        Entry("GITHUB_ENV", "The file to which the output format github adds the variable; GitHub Actions sets it."),
        Entry("TOKENCTL_ERROR_FORMAT", "The format of errors: text or json.", option: "--error-format"),
        Entry(
            "TOKENCTL_NON_INTERACTIVE", "Set to 1, forbids questions. Set to 0, allows them where CI is set.",
            option: "--non-interactive"),
        Entry("BROWSER", "Browsers to open sign-in pages with, with colons between them; %s stands for the address."),
        Entry("PATH", "Where browsers and secret-tool are looked for."),
        Entry("DISPLAY", "Set where there is a desktop to open a browser on."),
        Entry("WAYLAND_DISPLAY", "The same, for Wayland."),
        Entry("WSL_DISTRO_NAME", "Set under Windows, whose browser is then opened."),
        Entry("WSL_INTEROP", "The same."),
        Entry("TERM", "The kind of terminal; no escape sequences are written to a dumb one."),
        Entry("NO_COLOR", "Set to anything, forbids escape sequences."),
        Entry("COLUMNS", "The width to write for, where the terminal does not tell."),
        Entry("CI", "Set to true, forbids questions; CI systems set it.", option: "--non-interactive"),
    ]
}
