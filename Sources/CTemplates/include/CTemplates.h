// The files of template/*.yaml inside the program. The compiler reads them: an embedded template is
// the file as it was at the time of the build.
#ifndef BREAKGLASS_CTEMPLATES_H
#define BREAKGLASS_CTEMPLATES_H

#include <stddef.h>

struct breakglass_template {
    // The file's name without .yaml, e.g. "hub".
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

// The template at an index from 0; NULL behind the last one.
const struct breakglass_template *breakglass_template_at(size_t index);

#endif
