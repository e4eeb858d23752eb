/**
 * What somebody must look after while the program is installed: disks, nights, backups, the
 * certificate of the console. In: the settings and the database. Out: what was found, against one
 * set of limits. The doctor and the notices both look here, so they say the same at the same time.
 * Start with {@link Installation} and {@link Examination}.
 */
@NullMarked
package org.sunlitledger.upkeep;

import org.jspecify.annotations.NullMarked;
