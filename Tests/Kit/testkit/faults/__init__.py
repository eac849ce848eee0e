"""The alert path under faults: the packaged functions as real processes, AWS as stand-ins in this one."""
