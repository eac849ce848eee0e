// expat for Swift: XML of AWS and of identity providers.
#ifndef BREAKGLASS_CEXPAT_SHIM_H
#define BREAKGLASS_CEXPAT_SHIM_H

#include <expat.h>

#endif
