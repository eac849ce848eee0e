// BreakGlassCLI
