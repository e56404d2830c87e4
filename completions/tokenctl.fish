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
            __tokenctl_parse_subcommand 0 'tenant=' 'authority=' 'cloud=' 'issuer=' 'client-id=' 'client-secret=' 'certificate=' 'certificate-key=' 'certificate-password=' 'send-x5c' 'assertion-alg=' 'assertion-kid=' 'client-assertion=' 'auth-method=' 'scope=+' 'resource=' 'no-cache' 'force-refresh' 'min-ttl=' 'lock-timeout=' 'config-dir=' 'ca-file=' 'timeout=' 'o/output=' 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
        case 'decode'
            __tokenctl_parse_subcommand 1 'error-format=' 'non-interactive' 'q/quiet' 'v/verbose' 'trace' 'version' 'h/help'
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
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'decode' -d 'Show the claims of a token. Nothing is verified.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'sandbox' -d 'Run an identity provider on this machine, for trying and testing.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_positional "tokenctl" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" tenant' -l 'tenant' -d 'The tenant: a GUID or a domain name.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" authority' -l 'authority' -d 'The URL of an authority like Entra, with or without the tenant (default: https://login.microsoftonline.com).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" cloud' -l 'cloud' -d 'A Microsoft cloud by its name, instead of --authority.' -rfka 'public usgov china'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" issuer' -l 'issuer' -d 'The URL of any other OpenID provider, instead of the three above.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" client-id' -l 'client-id' -d 'The app\'s client ID.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" client-secret' -l 'client-secret' -d 'Where to read the app\'s secret: env:NAME, file:PATH, fd:N, stdin (or -), cmd:COMMAND, prompt or pass:VALUE.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" certificate' -l 'certificate' -d 'The file of the app\'s certificate and private key: PEM, DER or PKCS#12.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" certificate-key' -l 'certificate-key' -d 'The file of the private key, when the certificate\'s file does not have it.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" certificate-password' -l 'certificate-password' -d 'Where to read the password of the private key or PKCS#12 file.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" send-x5c' -l 'send-x5c' -d 'Send the certificate\'s chain too, for apps that are registered by subject name and issuer.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" assertion-alg' -l 'assertion-alg' -d 'The algorithm to sign assertions with (default: the best that key and provider have).' -rfka 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" assertion-kid' -l 'assertion-kid' -d 'The key ID to put into assertions, for providers that know the app by a key set.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" client-assertion' -l 'client-assertion' -d 'Where to read a ready-made assertion; it is read again for each request.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" auth-method' -l 'auth-method' -d 'How to send the credential (default: as the provider says).' -rfka 'client_secret_basic client_secret_post private_key_jwt'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials"' -l 'scope' -d 'A scope. For several, repeat the option or put spaces between them.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" resource' -l 'resource' -d 'All that was granted on a resource: the same as --scope RESOURCE/.default.' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" no-cache' -l 'no-cache' -d 'Neither read the cache nor write to it.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" force-refresh' -l 'force-refresh' -d 'Get a new token even if the cache has one.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" min-ttl' -l 'min-ttl' -d 'How long a cached token must still be valid (default, and least: 300).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" lock-timeout' -l 'lock-timeout' -d 'How long to wait for another process that is getting the same token (default: as --timeout).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" config-dir' -l 'config-dir' -d 'The folder in which the cache is kept (default: $XDG_CONFIG_HOME/tokenctl or ~/.config/tokenctl).' -rfa '(__tokenctl_complete_directories)'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" ca-file' -l 'ca-file' -d 'A file of PEM certificates to trust in addition to the system\'s.' -rF
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" timeout' -l 'timeout' -d 'How long one network operation may take (default: 30).' -rfka ''
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" o output' -l 'output' -s 'o' -d 'The format of the result (default: token).' -rfka 'token json claims id-token header env fish powershell curl github azure-pipelines gitlab kubernetes'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" error-format' -l 'error-format' -d 'How to write errors to standard error (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl client-credentials" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" error-format' -l 'error-format' -d 'How to write errors to standard error (default: text).' -rfka 'text json'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" non-interactive' -l 'non-interactive' -d 'Never ask a person anything: fail at once instead.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" q quiet' -l 'quiet' -s 'q' -d 'Print errors only, no warnings and notes.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" v verbose' -l 'verbose' -s 'v' -d 'Say more about what is done.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" trace' -l 'trace' -d 'Show every HTTP request and answer, with fingerprints in place of secrets.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl decode" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl sandbox" version' -l 'version' -d 'Show the version.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl sandbox" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tokenctl' -n '__tokenctl_should_offer_completions_for_flags_or_options "tokenctl help" version' -l 'version' -d 'Show the version.'
