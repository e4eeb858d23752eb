/**
 * PostgreSQL: the choice of the server, the schema, one run at a time. In: the settings. Out: a
 * data source with the current schema. Start with {@link DatabaseConfiguration}.
 */
@NullMarked
package org.sunlitledger.database;

import org.jspecify.annotations.NullMarked;
