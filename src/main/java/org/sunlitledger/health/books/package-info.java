/**
 * The database and what it knows: runs, backups, the mark of the key. Start with {@link
 * ExaminedDatabase}.
 */
@NullMarked
package org.sunlitledger.health.books;

import org.jspecify.annotations.NullMarked;
