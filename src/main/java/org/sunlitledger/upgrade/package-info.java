/**
 * Brings a database of an earlier version of the program to this one. In: a database and a folder
 * for the backup. Out: the backup, which is the way back, and a database of this version, or one
 * that is as it was. Start with {@link UpgradeRun}.
 */
@NullMarked
package org.sunlitledger.upgrade;

import org.jspecify.annotations.NullMarked;
