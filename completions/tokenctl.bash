#!/bin/bash

__tokenctl_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__tokenctl_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__tokenctl_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__tokenctl_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_tokenctl() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __tokenctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    client-credentials|device-code|auth-code|obo|ropc|iwa|refresh|get|accounts|cache|decode|verify|explain|sandbox|help)
        # Offer subcommand argument completions
        "_tokenctl_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'client-credentials device-code auth-code obo ropc iwa refresh get accounts cache decode verify explain sandbox help' -- "${cur}"))
        ;;
    esac
}

_tokenctl_client-credentials() {
    repeating_flags=()
    non_repeating_flags=(--no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--region --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--region')
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_device-code() {
    repeating_flags=()
    non_repeating_flags=(--open --qr --copy --no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--account --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --wait --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--wait')
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_auth-code() {
    repeating_flags=()
    non_repeating_flags=(--paste --no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--code --redirect-uri --redirect-port --code-verifier --prompt --login-hint --domain-hint --max-age --account --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --wait --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--code')
        return
        ;;
    '--redirect-uri')
        return
        ;;
    '--redirect-port')
        return
        ;;
    '--code-verifier')
        return
        ;;
    '--prompt')
        return
        ;;
    '--login-hint')
        return
        ;;
    '--domain-hint')
        return
        ;;
    '--max-age')
        return
        ;;
    '--account')
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--wait')
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_obo() {
    repeating_flags=()
    non_repeating_flags=(--no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--assertion --session-key --requested-token-type --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--assertion')
        return
        ;;
    '--session-key')
        return
        ;;
    '--requested-token-type')
        __tokenctl_add_completions -W 'access_token'$'\n''saml1'$'\n''saml2'
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_ropc() {
    repeating_flags=()
    non_repeating_flags=(--no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--username --password --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--username')
        return
        ;;
    '--password')
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_iwa() {
    repeating_flags=()
    non_repeating_flags=(--no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--username --keytab --principal --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--username')
        return
        ;;
    '--keytab')
        __tokenctl_add_completions -f
        return
        ;;
    '--principal')
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_refresh() {
    repeating_flags=()
    non_repeating_flags=(--no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--refresh-token --account --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--refresh-token')
        return
        ;;
    '--account')
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_get() {
    repeating_flags=()
    non_repeating_flags=(--no-instance-discovery --send-x5c --no-cache --force-refresh --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--scope --capability)
    non_repeating_options=(--account --tenant --authority --cloud --issuer --client-id --client-secret --certificate --certificate-key --certificate-password --assertion-alg --assertion-kid --client-assertion --auth-method --resource --claims --min-ttl --lock-timeout --msal-cache --config-dir --ca-file --timeout --output -o --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--account')
        return
        ;;
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--client-id')
        return
        ;;
    '--client-secret')
        return
        ;;
    '--certificate')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-key')
        __tokenctl_add_completions -f
        return
        ;;
    '--certificate-password')
        return
        ;;
    '--assertion-alg')
        __tokenctl_add_completions -W 'RS256'$'\n''RS384'$'\n''RS512'$'\n''PS256'$'\n''PS384'$'\n''PS512'$'\n''ES256'$'\n''ES384'$'\n''ES512'$'\n''EdDSA'
        return
        ;;
    '--assertion-kid')
        return
        ;;
    '--client-assertion')
        return
        ;;
    '--auth-method')
        __tokenctl_add_completions -W 'client_secret_basic'$'\n''client_secret_post'$'\n''private_key_jwt'
        return
        ;;
    '--scope')
        return
        ;;
    '--resource')
        return
        ;;
    '--claims')
        return
        ;;
    '--capability')
        __tokenctl_add_completions -W 'cp1'
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--lock-timeout')
        return
        ;;
    '--msal-cache')
        __tokenctl_add_completions -f
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'token'$'\n''json'$'\n''claims'$'\n''id-token'$'\n''header'$'\n''env'$'\n''fish'$'\n''powershell'$'\n''curl'$'\n''github'$'\n''azure-pipelines'$'\n''gitlab'$'\n''kubernetes'$'\n''saml'
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_accounts() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __tokenctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|remove)
        # Offer subcommand argument completions
        "_tokenctl_accounts_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list remove' -- "${cur}"))
        ;;
    esac
}

_tokenctl_accounts_list() {
    repeating_flags=()
    non_repeating_flags=(--non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o --client-id --provider --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        return
        ;;
    '--client-id')
        return
        ;;
    '--provider')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_accounts_remove() {
    repeating_flags=()
    non_repeating_flags=(--all --revoke --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--client-id --provider --config-dir --ca-file --timeout --error-format)
    __tokenctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--client-id')
        return
        ;;
    '--provider')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __tokenctl_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|prune|verify|clear|export|import|path|encrypt|decrypt)
        # Offer subcommand argument completions
        "_tokenctl_cache_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show prune verify clear export import path encrypt decrypt' -- "${cur}"))
        ;;
    esac
}

_tokenctl_cache_list() {
    repeating_flags=()
    non_repeating_flags=(--expired --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--client-id --account --output -o --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--client-id')
        return
        ;;
    '--account')
        return
        ;;
    '--output'|'-o')
        __tokenctl_add_completions -W 'table'$'\n''json'
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_show() {
    repeating_flags=()
    non_repeating_flags=(--expired --reveal --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--client-id --account --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--client-id')
        return
        ;;
    '--account')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_prune() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_verify() {
    repeating_flags=()
    non_repeating_flags=(--non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--output -o --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_clear() {
    repeating_flags=()
    non_repeating_flags=(--yes -y --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--client-id --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--client-id')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_export() {
    repeating_flags=()
    non_repeating_flags=(--non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--client-id --account --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--client-id')
        return
        ;;
    '--account')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_import() {
    repeating_flags=()
    non_repeating_flags=(--dry-run --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--authority --config-dir --error-format)
    __tokenctl_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--authority')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __tokenctl_add_completions -f
        return
        ;;
    esac
}

_tokenctl_cache_path() {
    repeating_flags=()
    non_repeating_flags=(--non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_encrypt() {
    repeating_flags=()
    non_repeating_flags=(--non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--key --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--key')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_cache_decrypt() {
    repeating_flags=()
    non_repeating_flags=(--non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--key --config-dir --error-format)
    __tokenctl_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--key')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_decode() {
    repeating_flags=()
    non_repeating_flags=(--header --all --annotate --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=()
    non_repeating_options=(--claim --error-format)
    __tokenctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--claim')
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_verify() {
    repeating_flags=()
    non_repeating_flags=(--no-instance-discovery --allow-hmac --signature-only --no-cache --any-audience --user-token --app-token --confidential-client --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--audience --require)
    non_repeating_options=(--tenant --authority --cloud --issuer --jwks --key --app-id --leeway --nonce-seen --nonce --access-token --code --output -o --config-dir --ca-file --timeout --error-format)
    __tokenctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--tenant')
        return
        ;;
    '--authority')
        return
        ;;
    '--cloud')
        __tokenctl_add_completions -W 'public'$'\n''usgov'$'\n''china'$'\n''govfr'$'\n''govde'$'\n''govsg'
        return
        ;;
    '--issuer')
        return
        ;;
    '--jwks')
        return
        ;;
    '--key')
        return
        ;;
    '--app-id')
        return
        ;;
    '--audience')
        return
        ;;
    '--require')
        return
        ;;
    '--leeway')
        return
        ;;
    '--nonce-seen')
        __tokenctl_add_completions -f
        return
        ;;
    '--nonce')
        return
        ;;
    '--access-token')
        return
        ;;
    '--code')
        return
        ;;
    '--output'|'-o')
        return
        ;;
    '--config-dir')
        __tokenctl_add_completions -d
        return
        ;;
    '--ca-file')
        __tokenctl_add_completions -f
        return
        ;;
    '--timeout')
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_explain() {
    repeating_flags=()
    non_repeating_flags=(--revocation --non-interactive --quiet -q --verbose -v --trace --version -h --help)
    repeating_options=(--require)
    non_repeating_options=(--output -o --assertion --for --error-format)
    __tokenctl_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--output'|'-o')
        return
        ;;
    '--assertion')
        return
        ;;
    '--for')
        return
        ;;
    '--require')
        return
        ;;
    '--error-format')
        __tokenctl_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_tokenctl_sandbox() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __tokenctl_offer_flags_options -1
}

_tokenctl_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __tokenctl_offer_flags_options -1
}

complete -o filenames -F _tokenctl tokenctl
