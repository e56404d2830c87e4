function __tokenctl_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __tokenctl_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __tokenctl_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __tokenctl_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __tokenctl_parse_tokens -S
    set -l unparsed_tokens (__tokenctl_tokens -pc)
    switch $unparsed_tokens[1]
    case 'tokenctl'
        __tokenctl_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'client-credentials'
            __tokenctl_parse_subcommand 0 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'claims=' 'capability=+' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'msal-cache=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'device-code'
            __tokenctl_parse_subcommand 0 'open' 'qr' 'copy' 'account=' 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'claims=' 'capability=+' 'wait=' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'msal-cache=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'auth-code'
            __tokenctl_parse_subcommand 0 'paste' 'code=' 'redirect-uri=' 'redirect-port=' 'code-verifier=' 'prompt=' 'login-hint=' 'domain-hint=' 'max-age=' 'account=' 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'claims=' 'capability=+' 'wait=' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'msal-cache=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'obo'
            __tokenctl_parse_subcommand 0 'assertion=' 'session-key=' 'requested-token-type=' 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'claims=' 'capability=+' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'msal-cache=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'ropc'
            __tokenctl_parse_subcommand 0 'username=' 'password=' 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'claims=' 'capability=+' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'msal-cache=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'refresh'
            __tokenctl_parse_subcommand 0 'refresh-token=' 'account=' 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'claims=' 'capability=+' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'msal-cache=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'get'
            __tokenctl_parse_subcommand 0 'account=' 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'claims=' 'capability=+' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'msal-cache=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'accounts'
            __tokenctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __tokenctl_parse_subcommand 0 'o/output=' 'client-id=' 'config-dir=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
            case 'remove'
                __tokenctl_parse_subcommand 1 'all' 'revoke' 'client-id=' 'config-dir=' 'ca-file=' 'timeout=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
            end
        case 'cache'
            __tokenctl_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'export'
                __tokenctl_parse_subcommand 0 'client-id=' 'account=' 'config-dir=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
            case 'import'
                __tokenctl_parse_subcommand -r 1 'dry-run' 'authority=' 'config-dir=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
            case 'path'
                __tokenctl_parse_subcommand 0 'config-dir=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
            end
        case 'decode'
            __tokenctl_parse_subcommand 1 'header' 'all' 'claim=' 'annotate' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'verify'
            __tokenctl_parse_subcommand 1 'tenant=' 'authority=' 'cloud=' 'issuer=' 'jwks=' 'key=' 'allow-hmac' 'app-id=' 'signature-only' 'no-cache' 'audience=+' 'any-audience' 'require=+' 'user-token' 'app-token' 'confidential-client' 'leeway=' 'nonce-seen=' 'nonce=' 'access-token=' 'code=' 'o/output=' 'config-dir=' 'ca-file=' 'timeout=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'explain'
            __tokenctl_parse_subcommand 1 'o/output=' 'assertion=' 'for=' 'require=+' 'revocation' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'sandbox'
            __tokenctl_parse_subcommand -r 1 'version' 'h/help'
        case 'help'
            __tokenctl_parse_subcommand -r 1 'version'
        end
    end
end

function __tokenctl_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __tokenctl_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __tokenctl_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __tokenctl_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__tokenctl_tokens -p)
    if test -z "$(__tokenctl_tokens -t)"
        set -l index (count (__tokenctl_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'tokenctl' -f
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'client-credentials' -d 'Get a token for an app itself, by its secret, certificate or assertion.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'device-code' -d 'Get a user\'s token by signing in on another device.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'auth-code' -d 'Get a user\'s token by signing in with the browser.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'obo' -d 'Exchange the user\'s token that an API was called with for a token of another API (on-behalf-of).'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'ropc' -d 'Get a user\'s token by user name and password (discouraged).'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'refresh' -d 'Get a new user\'s token for a refresh token, a given one or the cached one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'get' -d 'Print a signed-in user\'s token from the cache, refreshed when needed; nobody is asked.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'accounts' -d 'List the signed-in accounts, or sign them out.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'cache' -d 'Look after the cached tokens.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'decode' -d 'Show what tokens say. Nothing is verified.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'verify' -d 'Verify a token: its signature, its issuer and its claims.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'explain' -d 'Explain an error, or why an API would refuse a token.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'sandbox' -d 'Run an identity provider on this machine, for trying and testing.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" auth-method' -l 'auth-method' -d 'How to send the credential: client_secret_basic, client_secret_post, private_key_jwt (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" claims' -l 'claims' -d 'The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of these. The cached token is not used then.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials"' -l 'capability' -d 'What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.' -rfka 'cp1'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" msal-cache' -l 'msal-cache' -d 'Work on this cache file of an MSAL application, and keep nothing elsewhere.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" o output' -l 'output' -s 'o' -d 'The format of the result: token, json, claims, id-token, header, env, fish, powershell, curl, github, azure-pipelines, gitlab, kubernetes, saml (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes saml'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" open' -l 'open' -d 'Open the address in this machine\'s browser too.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" qr' -l 'qr' -d 'Show the address as a QR code.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" copy' -l 'copy' -d 'Copy the code to the clipboard, through the terminal.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" account' -l 'account' -d 'The account, by user name or home account ID; needed only when several have signed in.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" auth-method' -l 'auth-method' -d 'How to send the credential: client_secret_basic, client_secret_post, private_key_jwt (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" claims' -l 'claims' -d 'The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of these. The cached token is not used then.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code"' -l 'capability' -d 'What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.' -rfka 'cp1'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" wait' -l 'wait' -d 'How long a person gets to sign in (default: as long as the provider allows, or 15 minutes).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" msal-cache' -l 'msal-cache' -d 'Work on this cache file of an MSAL application, and keep nothing elsewhere.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" o output' -l 'output' -s 'o' -d 'The format of the result: token, json, claims, id-token, header, env, fish, powershell, curl, github, azure-pipelines, gitlab, kubernetes, saml (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes saml'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl device-code" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" paste' -l 'paste' -d 'Ask for the address that the browser ends at, instead of listening for it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" code' -l 'code' -d 'Where to read a code that was got elsewhere; it is redeemed at once.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" redirect-uri' -l 'redirect-uri' -d 'Where the browser is sent back to, as registered (default: http://localhost with a free port).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" redirect-port' -l 'redirect-port' -d 'The port to listen on (default: any free one).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" code-verifier' -l 'code-verifier' -d 'Where to read the PKCE verifier that belongs to --code.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" prompt' -l 'prompt' -d 'What the sign-in page shows: login, select_account, consent, none or create.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" login-hint' -l 'login-hint' -d 'The user name to fill in.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" domain-hint' -l 'domain-hint' -d 'The domain to sign in at.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" max-age' -l 'max-age' -d 'How long ago the person may have signed in.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" account' -l 'account' -d 'The account, by user name or home account ID; needed only when several have signed in.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" auth-method' -l 'auth-method' -d 'How to send the credential: client_secret_basic, client_secret_post, private_key_jwt (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" claims' -l 'claims' -d 'The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of these. The cached token is not used then.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code"' -l 'capability' -d 'What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.' -rfka 'cp1'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" wait' -l 'wait' -d 'How long a person gets to sign in (default: as long as the provider allows, or 15 minutes).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" msal-cache' -l 'msal-cache' -d 'Work on this cache file of an MSAL application, and keep nothing elsewhere.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" o output' -l 'output' -s 'o' -d 'The format of the result: token, json, claims, id-token, header, env, fish, powershell, curl, github, azure-pipelines, gitlab, kubernetes, saml (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes saml'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl auth-code" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" assertion' -l 'assertion' -d 'Where to read the token that the API was called with (default: standard input, when that is no terminal).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" session-key' -l 'session-key' -d 'A name for what the API does for this user, however long it takes: a refresh token is kept under it.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" requested-token-type' -l 'requested-token-type' -d 'What to get: access_token, saml1, saml2 (default: access_token). A SAML assertion is printed as XML, or with -o token as it was sent.' -rfka 'access_token saml1 saml2'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" auth-method' -l 'auth-method' -d 'How to send the credential: client_secret_basic, client_secret_post, private_key_jwt (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" claims' -l 'claims' -d 'The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of these. The cached token is not used then.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo"' -l 'capability' -d 'What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.' -rfka 'cp1'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" msal-cache' -l 'msal-cache' -d 'Work on this cache file of an MSAL application, and keep nothing elsewhere.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" o output' -l 'output' -s 'o' -d 'The format of the result: token, json, claims, id-token, header, env, fish, powershell, curl, github, azure-pipelines, gitlab, kubernetes, saml (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes saml'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl obo" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" username' -l 'username' -d 'The user name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" password' -l 'password' -d 'Where to read the password (default: prompt).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" auth-method' -l 'auth-method' -d 'How to send the credential: client_secret_basic, client_secret_post, private_key_jwt (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" claims' -l 'claims' -d 'The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of these. The cached token is not used then.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc"' -l 'capability' -d 'What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.' -rfka 'cp1'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" msal-cache' -l 'msal-cache' -d 'Work on this cache file of an MSAL application, and keep nothing elsewhere.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" o output' -l 'output' -s 'o' -d 'The format of the result: token, json, claims, id-token, header, env, fish, powershell, curl, github, azure-pipelines, gitlab, kubernetes, saml (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes saml'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl ropc" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" refresh-token' -l 'refresh-token' -d 'Where to read the refresh token (default: the cached one).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" account' -l 'account' -d 'The account, by user name or home account ID; needed only when several have signed in.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" auth-method' -l 'auth-method' -d 'How to send the credential: client_secret_basic, client_secret_post, private_key_jwt (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" claims' -l 'claims' -d 'The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of these. The cached token is not used then.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh"' -l 'capability' -d 'What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.' -rfka 'cp1'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" msal-cache' -l 'msal-cache' -d 'Work on this cache file of an MSAL application, and keep nothing elsewhere.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" o output' -l 'output' -s 'o' -d 'The format of the result: token, json, claims, id-token, header, env, fish, powershell, curl, github, azure-pipelines, gitlab, kubernetes, saml (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes saml'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl refresh" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" account' -l 'account' -d 'The account, by user name or home account ID; needed only when several have signed in.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with, such as PS256 (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" auth-method' -l 'auth-method' -d 'How to send the credential: client_secret_basic, client_secret_post, private_key_jwt (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" claims' -l 'claims' -d 'The claims of a challenge: JSON, base64 of it, a whole WWW-Authenticate header, or where to read one of these. The cached token is not used then.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get"' -l 'capability' -d 'What the caller can do: cp1 means that it answers claims challenges, for which its tokens live longer.' -rfka 'cp1'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" msal-cache' -l 'msal-cache' -d 'Work on this cache file of an MSAL application, and keep nothing elsewhere.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" o output' -l 'output' -s 'o' -d 'The format of the result: token, json, claims, id-token, header, env, fish, powershell, curl, github, azure-pipelines, gitlab, kubernetes, saml (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes saml'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl get" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl accounts" -eq 1' -fa 'list' -d 'List the signed-in accounts.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl accounts" -eq 1' -fa 'remove' -d 'Remove accounts with all their tokens from the cache.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" o output' -l 'output' -s 'o' -d 'table or json (default: table).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" client-id' -l 'client-id' -d 'Only accounts of this app.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" all' -l 'all' -d 'Remove all accounts.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" revoke' -l 'revoke' -d 'Have the provider revoke the refresh tokens, too; Entra has no service for that.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" client-id' -l 'client-id' -d 'Only accounts of this app.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl accounts remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl cache" -eq 1' -fa 'export' -d 'Print the cached tokens as one cache file of MSAL for Python.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl cache" -eq 1' -fa 'import' -d 'Copy tokens from the cache files of MSAL applications.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl cache" -eq 1' -fa 'path' -d 'Print the folder of the cached tokens.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" client-id' -l 'client-id' -d 'Only what is this app\'s.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" account' -l 'account' -d 'Only what is this user\'s; by user name or home account ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" config-dir' -l 'config-dir' -d 'The folder of the program\'s own files (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl cache import" -ge 1' -F
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" dry-run' -l 'dry-run' -d 'Change nothing, and print what would happen.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" authority' -l 'authority' -d 'The authority of the rows with its host, where it has a port or a policy; rows tell only the host.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" config-dir' -l 'config-dir' -d 'The folder of the program\'s own files (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" config-dir' -l 'config-dir' -d 'The folder of the program\'s own files (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl cache path" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" header' -l 'header' -d 'Show the header instead of the claims.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" all' -l 'all' -d 'Show an object with the header, the payload and the signature.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" claim' -l 'claim' -d 'Print the value of one claim: a text without quotes and escapes, anything else as JSON.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" annotate' -l 'annotate' -d 'Say what the token is and what every claim means, times in UTC, well-known ids by name.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, public, usgov or china, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" jwks' -l 'jwks' -d 'Where to read the key set (JWKS, or one JWK), instead of asking the issuer: a path, or a source.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" key' -l 'key' -d 'Where to read the one key: a public key or certificate in PEM or DER, or a JWK. A path, or a source.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" allow-hmac' -l 'allow-hmac' -d 'Take shared secrets (HS256, HS384, HS512) too; only with --key or --jwks.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" app-id' -l 'app-id' -d 'The app with a signing key of its own: Entra\'s, after claims mapping.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" signature-only' -l 'signature-only' -d 'Judge the signature and the key alone; the payload may be anything.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" no-cache' -l 'no-cache' -d 'Ask the issuer for its keys, whatever is kept from earlier runs, and keep nothing.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify"' -l 'audience' -d 'Whom the token is for (aud). Repeatable: one of them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" any-audience' -l 'any-audience' -d 'Take tokens for anybody.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify"' -l 'require' -d 'What a claim has to be: scp=User.Read, roles=Reader, tid=ID, any NAME=VALUE, or NAME alone for one that has to be there. Repeatable: all of them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" user-token' -l 'user-token' -d 'Take users\' access tokens only.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" app-token' -l 'app-token' -d 'Take apps\' own tokens only.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" confidential-client' -l 'confidential-client' -d 'Take tokens only of clients that proved who they are (appidacr is not 0).'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" leeway' -l 'leeway' -d 'How far two clocks may be apart (default: 60).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" nonce-seen' -l 'nonce-seen' -d 'A file of the nonces seen so far, one a line. A token that is in it is a replay; a good one is added.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" nonce' -l 'nonce' -d 'The nonce that an id token has to have.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" access-token' -l 'access-token' -d 'Where to read the access token that came with an id token (at_hash).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" code' -l 'code' -d 'Where to read the authorization code that came with an id token (c_hash).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" o output' -l 'output' -s 'o' -d 'text, json (a report for each token) or claims (of good tokens) (default: text).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" config-dir' -l 'config-dir' -d 'The folder of the program\'s own files (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" o output' -l 'output' -s 'o' -d 'text or json (default: text).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" assertion' -l 'assertion' -d 'Where to read the assertion that was refused; its iss, sub and aud are shown too.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" for' -l 'for' -d 'The API that refused the token: its client id or URI, or graph, or arm (Azure Resource Manager).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain"' -l 'require' -d 'What that API wants in the token, such as scp=Files.Read or roles=Reader. Repeatable.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" revocation' -l 'revocation' -d 'Say what revokes the token, and how long it lasts; without a token, the whole table.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" error-format' -l 'error-format' -d 'How to write errors to standard error: text or json (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl sandbox" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl sandbox" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl help" version' -l 'version' -d 'Show the version.'
