/**
 * Backups of the whole program: the database, the originals and the definitions. In: a folder for
 * backups, or one backup. Out: a backup, or a restored database. Start with {@link BackupRun} and
 * {@link DatabaseRestore}.
 */
@NullMarked
package org.sunlitledger.backup;

import org.jspecify.annotations.NullMarked;
