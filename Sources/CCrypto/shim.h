// OpenSSL's libcrypto for Swift: hashes, keys, signatures, certificates.
#ifndef BREAKGLASS_CCRYPTO_SHIM_H
#define BREAKGLASS_CCRYPTO_SHIM_H

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

// Names as RFC 2253 writes them, in UTF-8. The importer does not take macros that are expressions.
static const unsigned long breakglass_name_flags = XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB;

// EVP_EC_gen is a macro over a variadic function, and Swift imports neither.
static inline EVP_PKEY *_Nullable breakglass_p256_key(void) {
    return EVP_PKEY_Q_keygen(NULL, NULL, "EC", "P-256");
}

#endif
