package org.sunlitledger.backup;

import java.nio.file.Path;
import java.time.Instant;

/** A backup that is complete. */
record WholeBackup(Path folder, Instant takenAt, boolean isGood) {}
