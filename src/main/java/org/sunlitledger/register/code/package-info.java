/**
 * Code lists and parameters. In: files of {@code jobs/codes} and {@code jobs/parameters}. Out:
 * codes with their titles, and numbers, each for some years. Start with {@link CodeLists}.
 */
@NullMarked
package org.sunlitledger.register.code;

import org.jspecify.annotations.NullMarked;
