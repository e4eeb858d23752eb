/**
 * The schema and its history. In: an empty database or one of this version. Out: a migrated one, or
 * a rejection. Start with {@link ServerCheck}.
 */
@NullMarked
package org.sunlitledger.database.schema;

import org.jspecify.annotations.NullMarked;
