/**
 * Corrections of rejected lines that people write in the console, until they are handed in as a
 * supplement. Start with {@link MendSheets}, then {@link Submissions}.
 */
@NullMarked
package org.sunlitledger.console.draft;

import org.jspecify.annotations.NullMarked;
