/**
 * Records of closed years that are in files instead of tables. In: the files and their list in the
 * database. Out: the same records, in a session that asks for them, or in their tables again. Start
 * with {@link StoredLines}.
 */
@NullMarked
package org.sunlitledger.storage;

import org.jspecify.annotations.NullMarked;
