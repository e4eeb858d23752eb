/**
 * PostgreSQL: which server, which schema, one run at a time. In: the settings. Out: a data source
 * whose schema is current. Start with {@link DatabaseConfiguration}.
 */
@NullMarked
package org.sunlitledger.database;

import org.jspecify.annotations.NullMarked;
