package org.sunlitledger.intake;

import java.util.List;

/** Lines that are written and committed together. */
record Batch(List<Judged> lines) {}
