#include "CTemplates.h"

// Part of C23. clang has it for every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char access_yaml[] = {
#embed "../../template/access.yaml"
};
static const unsigned char code_yaml[] = {
#embed "../../template/code.yaml"
};
static const unsigned char evidence_yaml[] = {
#embed "../../template/evidence.yaml"
};
static const unsigned char guardrail_yaml[] = {
#embed "../../template/guardrail.yaml"
};
static const unsigned char hub_yaml[] = {
#embed "../../template/hub.yaml"
};
static const unsigned char management_yaml[] = {
#embed "../../template/management.yaml"
};
static const unsigned char organization_yaml[] = {
#embed "../../template/organization.yaml"
};
static const unsigned char region_yaml[] = {
#embed "../../template/region.yaml"
};
static const unsigned char trail_yaml[] = {
#embed "../../template/trail.yaml"
};
static const unsigned char workload_yaml[] = {
#embed "../../template/workload.yaml"
};

static const struct breakglass_template all[] = {
    {"access", access_yaml, sizeof access_yaml},
    {"code", code_yaml, sizeof code_yaml},
    {"evidence", evidence_yaml, sizeof evidence_yaml},
    {"guardrail", guardrail_yaml, sizeof guardrail_yaml},
    {"hub", hub_yaml, sizeof hub_yaml},
    {"management", management_yaml, sizeof management_yaml},
    {"organization", organization_yaml, sizeof organization_yaml},
    {"region", region_yaml, sizeof region_yaml},
    {"trail", trail_yaml, sizeof trail_yaml},
    {"workload", workload_yaml, sizeof workload_yaml},
};

const struct breakglass_template *breakglass_template_at(size_t index) {
    return index < sizeof all / sizeof *all ? &all[index] : NULL;
}
