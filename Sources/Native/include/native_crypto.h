/// OpenSSL's libcrypto, loaded on first use: a run that only reads tokens does not pay for it.
#pragma once
#include "native_library.h"
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// Swift cannot see macros of macros.
static const int native_public_key_selection = EVP_PKEY_PUBLIC_KEY;
/// RFC 2253 names, in UTF-8 rather than escaped octets.
static const unsigned long native_name_flags = XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;

#define NATIVE_CRYPTO_FUNCTIONS(F)          \
    /* memory, errors, providers */         \
    F(CRYPTO_free)                          \
    F(CRYPTO_clear_free)                    \
    F(CRYPTO_memcmp)                        \
    F(ERR_clear_error)                      \
    F(ERR_get_error)                        \
    F(ERR_reason_error_string)              \
    F(OSSL_PROVIDER_try_load)               \
    /* input and output */                  \
    F(BIO_new)                              \
    F(BIO_s_mem)                            \
    F(BIO_read)                             \
    F(BIO_write)                            \
    F(BIO_free_all)                         \
    F(PEM_read_bio)                         \
    F(PEM_get_EVP_CIPHER_INFO)              \
    F(PEM_do_header)                        \
    /* digests and signatures */            \
    F(EVP_Q_digest)                         \
    F(EVP_Q_mac)                            \
    F(EVP_MD_CTX_new)                       \
    F(EVP_MD_CTX_free)                      \
    F(EVP_DigestSignInit_ex)                \
    F(EVP_DigestSign)                       \
    F(EVP_DigestVerifyInit_ex)              \
    F(EVP_DigestVerify)                     \
    F(EVP_PKEY_CTX_set_rsa_padding)         \
    F(EVP_PKEY_CTX_set_rsa_pss_saltlen)     \
    F(d2i_ECDSA_SIG)                        \
    F(i2d_ECDSA_SIG)                        \
    F(ECDSA_SIG_new)                        \
    F(ECDSA_SIG_free)                       \
    F(ECDSA_SIG_get0_r)                     \
    F(ECDSA_SIG_get0_s)                     \
    F(ECDSA_SIG_set0)                       \
    /* encryption */                        \
    F(RAND_priv_bytes)                      \
    F(EVP_CIPHER_CTX_new)                   \
    F(EVP_CIPHER_CTX_free)                  \
    F(EVP_CIPHER_CTX_ctrl)                  \
    F(EVP_aes_256_gcm)                      \
    F(EVP_CipherInit_ex2)                   \
    F(EVP_CipherUpdate)                     \
    F(EVP_CipherFinal_ex)                   \
    /* numbers */                           \
    F(BN_bin2bn)                            \
    F(BN_bn2binpad)                         \
    F(BN_num_bits)                          \
    F(BN_mod_word)                          \
    F(BN_free)                              \
    /* keys */                              \
    F(EVP_PKEY_free)                        \
    F(EVP_PKEY_is_a)                        \
    F(EVP_PKEY_get_bits)                    \
    F(EVP_PKEY_get_group_name)              \
    F(EVP_PKEY_get_bn_param)                \
    F(EVP_PKEY_get_raw_public_key)          \
    F(EVP_PKEY_CTX_new_from_name)           \
    F(EVP_PKEY_CTX_new_from_pkey)           \
    F(EVP_PKEY_CTX_free)                    \
    F(EVP_PKEY_CTX_set_rsa_keygen_bits)     \
    F(EVP_PKEY_CTX_set_group_name)          \
    F(EVP_PKEY_keygen_init)                 \
    F(EVP_PKEY_generate)                    \
    F(EVP_PKEY_fromdata_init)               \
    F(EVP_PKEY_fromdata)                    \
    F(EVP_PKEY_public_check)                \
    F(d2i_AutoPrivateKey_ex)                \
    F(d2i_PUBKEY_ex)                        \
    F(d2i_PublicKey)                        \
    F(d2i_X509_SIG)                         \
    F(X509_SIG_free)                        \
    F(PKCS8_decrypt)                        \
    F(PKCS8_PRIV_KEY_INFO_free)             \
    F(EVP_PKCS82PKEY_ex)                    \
    F(PEM_write_bio_PKCS8PrivateKey)        \
    F(d2i_PKCS12)                           \
    F(PKCS12_free)                          \
    F(PKCS12_mac_present)                   \
    F(PKCS12_set_mac)                       \
    F(PKCS12_parse)                         \
    F(OPENSSL_sk_pop)                       \
    F(OPENSSL_sk_free)                      \
    /* certificates */                      \
    F(d2i_X509)                             \
    F(i2d_X509)                             \
    F(X509_new)                             \
    F(X509_free)                            \
    F(X509_get_pubkey)                      \
    F(X509_set_pubkey)                      \
    F(X509_get_subject_name)                \
    F(X509_get_issuer_name)                 \
    F(X509_set_issuer_name)                 \
    F(X509_get0_notBefore)                  \
    F(X509_get0_notAfter)                   \
    F(X509_getm_notBefore)                  \
    F(X509_getm_notAfter)                   \
    F(X509_get_serialNumber)                \
    F(X509_set_version)                     \
    F(X509_sign)                            \
    F(X509_check_issued)                    \
    F(X509_NAME_add_entry_by_txt)           \
    F(X509_NAME_print_ex)                   \
    F(ASN1_INTEGER_set_uint64)              \
    F(ASN1_TIME_set)                        \
    F(ASN1_TIME_diff)                       \
    F(ASN1_TIME_free)                       \
    F(EVP_sha256)

/// The functions used, each with the type of the library's own prototype.
struct native_crypto { NATIVE_CRYPTO_FUNCTIONS(NATIVE_MEMBER) };

/// The functions, loaded by the first call; NULL, and the reason in `error`, when that fails.
const struct native_crypto *native_crypto(const char **error);
