/**
 * The built-in PostgreSQL server, for a machine where none is configured. Start with {@link
 * EmbeddedServer}.
 */
@NullMarked
package org.sunlitledger.database.server;

import org.jspecify.annotations.NullMarked;
