#ifndef BREAKGLASS_CCRYPTO_SHIM_H
#define BREAKGLASS_CCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#endif
